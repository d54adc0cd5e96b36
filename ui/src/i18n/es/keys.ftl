# The Keys screen: what opens these chats, and what to do when something is lost.
keys-title = Claves
keys-why = Cada una de estas abre sus chats por sí sola. Dos llaves de acceso (passkeys) y un kit de recuperación son un buen conjunto.
keys-again = Intentar de nuevo
keys-leave = Dejarlo como está
keys-close = Cerrar
keys-done = Listo
keys-list = { $count ->
    [one] Una clave abre sus chats
   *[other] { $count } claves abren sus chats
}
keys-opened-with = Abrió sus chats con esta
keys-synced = Sincronizada: la cuenta del teléfono guarda copias de ella
keys-bound = Ligada al dispositivo: no se puede copiar
keys-held-paper = En papel, o donde usted lo guarde
keys-held-organisation = La guarda su organización
keys-last-tested = Último uso: { $ago }
keys-never-tested = Sin usar todavía
keys-created = Añadida: { $date }
keys-test = Probar
keys-tested = Acaba de abrir el llavero
keys-rename = Cambiar nombre
keys-remove = Quitar

keys-fine = Sus claves están en orden
keys-fine-text = Hay más de una forma de entrar, y todas se usaron en los últimos seis meses.
keys-advice-only_one_passkey = Tiene una sola llave de acceso
keys-advice-only_one_passkey-text = Si se pierde o se rompe, ninguna llave de acceso abre ya sus chats. Una segunda, guardada en otro lugar, se añade en un minuto.
keys-advice-no_passkey = Todavía no tiene ninguna llave de acceso
keys-advice-no_passkey-text = Sus chats se abren solo con el kit de recuperación o las palabras, escritos cada vez. Con una llave de acceso basta un toque o un PIN.
keys-advice-software_only = La llave de acceso por software no cuenta
keys-advice-software_only-text = Es un archivo en este equipo, hecho para demostraciones, y no es segura. Añada una llave de acceso de verdad.
keys-advice-no_kit = No tiene kit de recuperación
keys-advice-no_kit-text = Si se pierden sus llaves de acceso, nadie puede abrir estos chats. Haga un kit y guárdelo donde guarda los pasaportes.
keys-advice-kit_untested = Su kit de recuperación nunca se probó
keys-advice-kit_untested-text = Escríbalo una vez, para saber que se puede leer y que es el correcto.
keys-advice-untested = { $label }: sin usar desde hace seis meses
keys-advice-untested-text = Pruébela una vez, para notar una clave rota mientras las demás todavía funcionan.

keys-rename-title = Cambiar el nombre de esta clave
keys-rename-label = Nombre
keys-rename-save = Guardar

keys-remove-title = ¿Quitar { $label }?
keys-remove-text = Sus chats reciben una clave nueva, así que esta ya no los abre. Tarda un momento; las demás quedan como están.
keys-remove-opened-with = Acaba de abrir sus chats con esta. Asegúrese de tener otra antes de quitarla.
keys-remove-old = Lo que una copia antigua todavía abre:
keys-remove-old-text = quien haya conservado una copia anterior del llavero, y tenga esta clave, todavía puede abrir todas las copias de seguridad hasta que se cree una clave nueva de 64 dígitos en WhatsApp, y todas las copias de sus chats restaurados que se hicieron antes. Si eso le preocupa, desactive y vuelva a activar en el teléfono la copia de seguridad cifrada de extremo a extremo.
keys-remove-yes = Quitar
keys-removing = Sus chats están recibiendo una clave nueva
keys-removing-text = Esto no se detiene a la mitad. Si el equipo se apagara ahora, no se pierde nada: sigue cuando vuelva a abrir sus chats.

keys-test-kit-label = Su kit de recuperación
keys-test-kit-hint = Escriba o pegue todos sus grupos. Las mayúsculas, los espacios y los saltos de línea no importan.
keys-test-words-label = Sus seis palabras
keys-test-words-hint = Con un espacio entre ellas, en su orden.

keys-add = Añadir otra forma de entrar
keys-add-passkey = Añadir una llave de acceso
keys-add-passkey-why = Una segunda, guardada en otro lugar que la primera, es la mejor protección contra una pérdida.
keys-add-words = Añadir seis palabras
keys-add-kit = Hacer un kit nuevo
keys-added-title = Se añadió
keys-added-why = Pruébela una vez ahora, para saber que abre sus chats.
keys-added-try = Probarla ahora
keys-added-fine = A partir de ahora abre sus chats por sí sola.

keys-words-title = Seis palabras
keys-words-why = Para quien no tiene un dispositivo a mano: seis palabras, elegidas al azar, abren sus chats en cualquier equipo.
keys-words-before = Se muestran una sola vez. Tenga papel y lápiz a mano, y que nadie mire por encima de su hombro.
keys-words-make = Mostrar seis palabras
keys-words-write = Anótelas en este orden y guarde la nota donde nadie la encuentre por casualidad. Quien la tenga, junto con sus chats, puede abrirlos.
keys-words-written = Ya las anoté
keys-words-back = Escriba las seis palabras
keys-words-back-why = De su nota. Solo cuentan después de eso.
keys-words-check = Comprobar
keys-words-again = Mostrarlas otra vez
keys-words-wrong = Estas no son las seis palabras
keys-words-wrong-todo = Compare la nota con lo que se muestra. Todavía no se añadió nada.
keys-words-done = Las seis palabras abren sus chats
keys-words-done-text = Se borraron de la pantalla.

keys-kit-title = Un kit de recuperación nuevo
keys-kit-why = Abre sus chats cuando se pierden todas las llaves de acceso. Su kit anterior sigue sirviendo hasta que lo quite.
keys-kit-done = El kit nuevo abre sus chats
keys-kit-done-text = Guárdelo en un lugar seguro; se borró de la pantalla. Si el anterior se perdió, quítelo de la lista.

keys-drill = ¿Y si…?
keys-drill-why = Respondido para sus propias claves, tal como están ahora.
keys-drill-steps = Qué hacer
keys-loss-phone_lost = Teléfono perdido
keys-loss-security_key_lost = Llave de seguridad perdida
keys-loss-computer_dead = Este equipo no funciona
keys-loss-pin_blocked = PIN bloqueado
keys-verdict-not_affected = Ninguna de sus claves depende de ello
keys-verdict-not_affected-text = Todo sigue abriendo: { $open }.
keys-verdict-other_passkey = Usted todavía puede entrar
keys-verdict-other_passkey-text = Se perdería: { $lost }. Sigue abriendo sus chats: { $open }.
keys-verdict-kit_only = Solo quedaría su kit de recuperación
keys-verdict-kit_only-text = Se perdería: { $lost }. Sigue abriendo sus chats: { $open }. Mire ahora si sabe dónde está.
keys-verdict-passphrase_only = Solo quedarían sus palabras
keys-verdict-passphrase_only-text = Se perdería: { $lost }. Sigue abriendo sus chats: { $open }. Mire ahora si tiene la nota.
keys-verdict-nothing = Ya nada abriría sus chats
keys-verdict-nothing-text = Se perdería: { $lost }, y no hay otra forma de entrar. Mientras sus chats estén abiertos, eso todavía se puede arreglar.
keys-step-open = Abra sus chats con { $open }.
keys-step-synced = En un teléfono nuevo, inicie sesión en la misma cuenta: la llave de acceso puede volver con ella.
keys-step-reset = Restablezca el dispositivo bloqueado con el programa de su fabricante. Sus llaves de acceso se van con eso; sus chats no.
keys-step-remove = Aquí, en Claves, quite { $lost }, para que quien lo tenga ya no pueda abrir sus chats.
keys-step-add = Añada otra llave de acceso en su lugar.
keys-step-kit-now = Haga ahora un kit de recuperación en esta página, e imprímalo.
keys-step-copy = Sus chats restaurados están solo en este equipo. Copie la carpeta { $folder } a una memoria USB de vez en cuando; está cifrada.
keys-step-elsewhere = En otro equipo, ponga la copia en el mismo lugar y abra allí sus chats con { $open }.
keys-step-no-copy = Sin esa copia, restaure otra vez la copia de seguridad: necesita de nuevo sus 64 dígitos.

keys-more = Huella digital de este llavero
keys-fingerprint = Huella digital, como en el kit de recuperación
keys-keyring = Llavero
keys-generation = Versión del archivo del llavero
