about-title = About Latchkey
