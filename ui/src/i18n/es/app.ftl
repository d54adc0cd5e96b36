# Words that belong to no single screen.
app-name = Latchkey
app-settings = Ajustes
app-keys = Claves
app-about = Acerca de Latchkey
app-lock = Bloquear
app-details = Detalles técnicos
app-back = Atrás
app-waiting = Un momento…
app-demo-label = Sobre esta demostración
app-demo = Demostración: llave de acceso por software, no es segura. Úsela solo con chats inventados.

app-crash-title = Algo en esta ventana dejó de funcionar
app-crash-text = Su copia de seguridad no cambió y sus chats restaurados están como estaban. No se envió nada a ninguna parte.
app-crash-todo = Empiece de nuevo desde la primera pantalla. Si pasa otra vez en el mismo lugar, el registro puede mostrar por qué; no contiene ninguno de sus mensajes.
app-crash-again = Empezar de nuevo
app-crash-logs = Mostrar el registro

app-veiled = Borroso mientras hay otra ventana delante
app-undo = Deshacer
app-undo-close = Dejarlo como está
