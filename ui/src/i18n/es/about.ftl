# About.
about-title = Acerca de Latchkey
about-why = Un asistente para restaurar copias de chats cifradas de extremo a extremo. Trabaja solo en este equipo.
about-version = Versión
about-formats = Copias de seguridad que conoce
about-format-crypt12 = crypt12: una copia más antigua, se abre con el archivo de clave del teléfono
about-format-crypt14 = crypt14: una copia sin cifrado de extremo a extremo, se abre con el archivo de clave del teléfono
about-format-crypt15 = crypt15: una copia cifrada de extremo a extremo, se abre con la clave de 64 dígitos
about-format-sqlite = msgstore.db: una base de datos ya descifrada
about-newer = Una versión más nueva
about-newer-text = Latchkey nunca la busca por su cuenta, porque nunca usa la red. Esto abre la página de sus versiones en su navegador:
about-newer-open = Abrir la página de versiones
about-logs = El registro
about-logs-text = Dice lo que hizo el programa, durante siete días. No contiene nombres, números, mensajes ni claves.
about-logs-show = Mostrar los registros
about-licences = Licencias
about-independent = Latchkey es independiente de WhatsApp y de Meta. WhatsApp es una marca de su titular.
