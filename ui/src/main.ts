// Mounts the window's page. In a plain browser (`npm run dev`) the shell is played by the mock.
import { mount } from "svelte";
import App from "./App.svelte";
import "./styles/tokens.css";
import "./styles/global.css";

if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) {
  const { installMock } = await import("./ipc/mock");
  installMock();
}

const target = document.getElementById("app");
if (target) mount(App, { target });
