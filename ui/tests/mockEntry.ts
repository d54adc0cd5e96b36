// Runs in the page before it starts: plays the shell with the options the test has put on the window.
import { installMock } from "../src/ipc/mock";

installMock();
