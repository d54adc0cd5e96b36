# One pair for every code: what happened (and what is safe), then what to do. Plain, kind, no blame.
error-not-a-backup = Este archivo no es una copia de seguridad que Latchkey conozca
error-not-a-backup-todo = Elija una copia de seguridad de WhatsApp, por ejemplo msgstore.db.crypt15, o la carpeta donde está. En el teléfono está en Android › media › com.whatsapp › WhatsApp › Databases.

error-increment = Este archivo contiene solo lo que cambió desde una copia completa
error-increment-todo = Elija la copia completa de la misma carpeta, por ejemplo msgstore.db.crypt15. No se cambió nada.

error-wrong-key = Esta clave no abre esta copia de seguridad
error-wrong-key-todo = El archivo está íntegro y no se cambió. Quizá pertenezca a otra clave: WhatsApp crea una nueva cada vez que se activa la copia de extremo a extremo. Compare los dígitos una vez más, o busque una clave anotada más tarde.

error-damaged = Este ejemplar de la copia de seguridad no está íntegro
error-damaged-todo = Con este ejemplar no se puede comprobar la clave. Vuelva a copiar el archivo del teléfono o de la nube y compare los tamaños. El original no se cambió.

error-damaged-key-fits = Su clave es correcta, pero este ejemplar de la copia de seguridad no está íntegro
error-damaged-key-fits-todo = Conserve la clave. Vuelva a copiar el archivo del teléfono o de la nube y compare los tamaños. El original no se cambió.

error-wrong-key-or-damaged = O esta clave pertenece a otra copia de seguridad, o este ejemplar no está íntegro
error-wrong-key-or-damaged-todo = Este tipo de copia no lleva suma de comprobación, así que todavía no se pueden distinguir las dos cosas. Compare los dígitos una vez más; luego vuelva a copiar el archivo del teléfono. No se cambió nada.

error-wrong-kind-of-key = Esta es una clave para otro tipo de copia de seguridad
error-wrong-kind-of-key-todo = Una copia .crypt15 se abre con la clave de 64 dígitos o con el archivo encrypted_backup.key. Una copia .crypt12 o .crypt14 se abre con el archivo llamado key del teléfono.

error-locked-elsewhere = WhatsApp guarda la clave de esta copia de seguridad
error-locked-elsewhere-todo = Se hizo con una llave de acceso (passkey) o una contraseña. En el teléfono, cambie la copia de seguridad cifrada de extremo a extremo a la clave de 64 dígitos y haga otra copia; esa sí se abre aquí.

error-unknown-version = Esto lo hizo una versión más nueva de lo que Latchkey conoce
error-unknown-version-todo = Busque una versión más nueva de Latchkey. Su archivo no se cambió.

error-already-exists = Ya hay algo con este nombre
error-already-exists-todo = Elija otro nombre u otra carpeta. Lo que hay allí no se tocó.

error-in-use = Sus chats ya están abiertos en otro lugar
error-in-use-todo = Cierre la otra ventana de Latchkey, o el comando que los está usando, e inténtelo de nuevo.

error-other-account = Esta copia de seguridad pertenece a otro número de teléfono
error-other-account-todo = Bloquee los chats que están abiertos y restaure esta copia por separado. Sus chats abiertos no se cambiaron.

error-too-large = Esta copia de seguridad ocupa, descomprimida, más de lo que Latchkey permite
error-too-large-todo = Una copia de este tamaño es poco común y puede estar hecha para llenar el disco. Si confía en ella, use el comando latchkey con un --max-size mayor.

error-no-space = No hay suficiente espacio libre en el disco
error-no-space-todo = Libere espacio, o elija otra carpeta de datos en los ajustes, e inténtelo de nuevo. Su copia de seguridad no se cambió y no quedó nada a medias.

error-permission = Latchkey no puede leer o escribir ahí
error-permission-todo = Elija una carpeta propia, o cambie sus permisos, e inténtelo de nuevo.

error-io = No se pudo leer o escribir en el disco
error-io-todo = Si el archivo está en una memoria USB, un teléfono o una unidad de red, cópielo primero a este equipo e inténtelo de nuevo.

error-index-damaged = Sus chats restaurados no se pudieron leer
error-index-damaged-todo = La copia de seguridad de la que vienen no está afectada. Restáurela una vez más; así se crean de nuevo.

error-keyring-tampered = El llavero de estos chats se cambió desde fuera
error-keyring-tampered-todo = No se abrió. Si tiene otra copia de la carpeta, use esa; o restaure la copia de seguridad una vez más.

error-keyring-older = Este llavero es más antiguo que el último que se usó aquí
error-keyring-older-todo = Es lo esperado después de volver a poner una copia antigua de la carpeta. Si no lo hizo usted, puede haberlo hecho otra persona.

error-no-matching-slot = Esta clave de recuperación pertenece a otros chats
error-no-matching-slot-todo = Busque el kit que se imprimió cuando se restauraron estos chats. Su huella digital está impresa al pie.

error-no-authenticator = Aquí no hay nada que pueda responder
error-no-authenticator-todo = Conecte la llave de seguridad, active el Bluetooth para el teléfono, o use otra forma de entrar.

error-passkey-not-understood = Este dispositivo no entiende lo que Latchkey le pide
error-passkey-not-understood-todo = Puede ser de un tipo más antiguo. No se cambió nada en él. Pruebe otra llave de seguridad, o use otra forma de entrar.

error-timeout = Nadie la tocó a tiempo
error-timeout-todo = Inténtelo de nuevo y toque la llave mientras parpadea. No se gastó ningún intento.

error-passkey-already-enrolled = Esta ya abre sus chats
error-passkey-already-enrolled-todo = No hace falta añadir nada. Para una segunda forma de entrar, use otra llave de seguridad, este equipo o su teléfono.

error-not-this-passkey = Esta llave de acceso no es la que se añadió
error-not-this-passkey-todo = Tome la llave de seguridad, o el teléfono y su cuenta, que añadió a estos chats. No se cambió nada.

error-passkey-too-old = Esta llave de seguridad es demasiado antigua
error-passkey-too-old-todo = No conoce ninguna de las formas de firmar que se usan hoy. Use una llave más nueva (FIDO2), este equipo o su teléfono.

error-denied = Se rechazó en el dispositivo
error-denied-todo = Si no era lo que quería, inténtelo de nuevo y acepte en la llave o el teléfono.

error-passkey-full = No queda espacio en este dispositivo
error-passkey-full-todo = Elimine de él una llave de acceso que ya no necesite, con el programa del fabricante, o use otro dispositivo.

error-uv-not-set-up = Este dispositivo todavía no puede saber que es usted
error-uv-not-set-up-todo = Configure primero en él un PIN o una huella: en una llave de seguridad, con el programa de su fabricante; en un teléfono, en los ajustes de bloqueo de pantalla. Luego inténtelo de nuevo.

error-passkey-not-now = El dispositivo no puede hacer eso justo ahora
error-passkey-not-now-todo = Desconéctelo, espere un momento, vuelva a conectarlo e inténtelo una vez más.

error-pin-wrong = Ese no era el PIN
error-pin-wrong-todo = No se perdió nada. Tómese su tiempo: hay pocos intentos antes de que se bloquee. Sus otras formas de entrar no gastan ninguno.
error-pin-wrong-left-todo = { $retries ->
    [0] No queda ningún intento en este dispositivo. Use otra forma de entrar.
    [one] Queda un intento. Otro PIN equivocado puede bloquearlo para siempre, así que use otra forma de entrar si tiene dudas.
   *[other] Quedan { $retries } intentos antes de que se bloquee. No se perdió nada; tómese su tiempo.
}

error-pin-blocked = El PIN de este dispositivo está bloqueado para siempre
error-pin-blocked-todo = Se escribió un PIN distinto demasiadas veces. El dispositivo solo se puede restablecer, y entonces sus llaves de acceso desaparecen. Sus chats están a salvo: ábralos de otra forma y luego añada otra vez el dispositivo restablecido en Claves.

error-pin-replug = Tres PIN equivocados seguidos: la llave se toma un descanso
error-pin-replug-todo = Desconéctela y vuelva a conectarla. Después acepta un PIN otra vez; no está bloqueada.

error-pin-not-set = Esta llave de seguridad todavía no tiene PIN
error-pin-not-set-todo = Empiece de nuevo y elija un PIN cuando se le pida. Después la llave funciona con él en todas partes.

error-pin-needed = Este dispositivo pide su PIN
error-pin-needed-todo = Empiece de nuevo y escriba el PIN cuando se le pida.

error-pin-policy = Este PIN no cumple las reglas del dispositivo
error-pin-policy-todo = Elija uno más largo. Si el fabricante o su organización piden cambiar el PIN, cámbielo primero con su programa.

error-touch-needed = No se tocó la llave de seguridad
error-touch-needed-todo = Inténtelo de nuevo y tóquela mientras parpadea: el toque muestra que hay alguien.

error-uv-blocked = El lector de huellas no acepta más intentos
error-uv-blocked-todo = Empiece de nuevo y escriba el PIN en su lugar. El PIN correcto libera también el lector.

error-uv-wrong = No se reconoció su dedo
error-uv-wrong-todo = Seque el lector y el dedo, e inténtelo de nuevo. El PIN también sirve.
error-uv-wrong-left-todo = { $retries ->
    [0] Use el PIN en su lugar.
    [one] Queda un intento; después se pide el PIN.
   *[other] Quedan { $retries } intentos; después se pide el PIN. Seque el lector y el dedo.
}

error-passkey-busy = Otro programa está usando este dispositivo
error-passkey-busy-todo = Cierre la ventana del navegador o el programa que lo pide, e inténtelo de nuevo.

error-passkey-without-prf = Este dispositivo puede iniciar sesión, pero no puede guardar una clave
error-passkey-without-prf-todo = Le falta lo que el desbloqueo necesita (hmac-secret, o PRF). Use otra llave de seguridad, este equipo o un teléfono más nuevo.

error-passkey-inconsistent = Este dispositivo no responde dos veces lo mismo
error-passkey-inconsistent-todo = Una clave guardada en él podría no volver, así que Latchkey no lo usó. No se cambió nada. Use otro dispositivo; si es un teléfono, actualícelo primero.

error-tpm-lockout = Este equipo no acepta ningún PIN por un tiempo
error-tpm-lockout-todo = Su chip de seguridad (TPM) contó demasiados PIN equivocados, quizá de otro programa. Con el tiempo los perdona. Use otra forma de entrar, o espere e inténtelo de nuevo.

error-tpm-other = Esta llave de acceso pertenece a otro chip de seguridad
error-tpm-other-todo = El chip (TPM) de este equipo se borró o se cambió, y lo que guardaba ya no está. Sus chats están a salvo: ábralos de otra forma y añada este equipo otra vez en Claves.

error-phone-unreachable = No se pudo contactar con el teléfono
error-phone-unreachable-todo = Active el Bluetooth en los dos, mantenga el teléfono cerca, compruebe que ambos tienen conexión y escanee el código nuevo antes de cinco minutos.

error-wrong-passphrase = Estas no son las seis palabras
error-wrong-passphrase-todo = Compárelas con su nota, palabra por palabra y en su orden. Las mayúsculas no importan, y no hay límite de intentos.

error-last-recovery = Debe quedar un kit de recuperación
error-last-recovery-todo = Una llave de acceso puede perderse con su dispositivo. Haga primero un kit nuevo; luego se puede quitar este. No se cambió nada.

error-keyring-unknown = Este equipo no sabe quién hizo este llavero
error-keyring-unknown-todo = No se le añadió nada. Compare primero su huella digital con la de su kit de recuperación: un llavero cambiado cerraría los chats nuevos para otra persona.

error-counts-differ = Algunas filas de la copia de seguridad no se pudieron justificar
error-counts-differ-todo = Esto se debe a Latchkey. Su copia de seguridad no se cambió; consérvela y restáurela otra vez con una versión más nueva.

error-nothing-chosen = No hay nada elegido
error-nothing-chosen-todo = Elija un chat o un tiempo más largo.

error-history-changed = La exportación sin terminar no se puede continuar
error-history-changed-todo = Los chats, la elección o Latchkey han cambiado desde entonces. Bórrela y exporte otra vez.

error-bad-redaction = El archivo de lo que se omite no se puede seguir
error-bad-redaction-todo = Los detalles dicen qué línea. Corríjala e inténtelo otra vez; no se escribió nada.
error-bad-redaction-line-todo = Mire la línea { $line } del archivo. Corríjala e inténtelo de nuevo; no se escribió nada.

error-font-missing = Falta una fuente
error-font-missing-todo = Instale las fuentes de las escrituras de sus mensajes y exporte otra vez.

error-cancelled = Detenido
error-cancelled-todo = No quedó nada atrás. Puede empezar de nuevo cuando quiera.

error-usage = Eso no funciona en este lugar
error-usage-todo = Elija otro archivo u otra carpeta, aparte de la copia de seguridad y de los chats restaurados.

error-internal = Latchkey se equivocó
error-internal-todo = Su copia de seguridad no se cambió. Inténtelo una vez más; si vuelve a pasar, el registro (Ajustes › Acerca de Latchkey) puede mostrar por qué. No contiene ninguno de sus mensajes.

## Why a kind of passkey is not there, and how to get it

absence-not-plugged-in = No hay ninguna llave de seguridad conectada
absence-not-plugged-in-todo = Conéctela a este equipo. Si ya está conectada, pruebe otro puerto.

absence-usb-access = Hay una llave de seguridad conectada, pero este usuario no puede usarla
absence-usb-access-todo = El equipo necesita una regla para llaves de seguridad. El paquete latchkey trae una. Después desconecte la llave y vuelva a conectarla.

absence-no-tpm = Este equipo no tiene chip de seguridad (TPM 2.0)
absence-no-tpm-todo = También puede estar desactivado en la configuración del equipo, la que se abre al encenderlo (BIOS). Una llave de seguridad o su teléfono hacen lo mismo.

absence-tpm-access = Este equipo tiene un chip de seguridad (TPM), pero este usuario no puede usarlo
absence-tpm-access-todo = Escriba esto en un terminal; luego cierre la sesión y vuelva a entrar:

absence-no-tpm-helper = La parte de Latchkey para el chip de seguridad (TPM) no está
absence-no-tpm-helper-todo = Es el programa latchkey-tpm del paquete latchkey, y necesita las bibliotecas TPM. Escriba esto en un terminal y luego inicie Latchkey otra vez:

absence-no-bluetooth = El Bluetooth está desactivado, o este equipo no tiene
absence-no-bluetooth-todo = Actívelo aquí y en el teléfono. Solo muestra que los dos están cerca.

absence-not-on-this-computer = Esta llave de acceso se hizo en otro equipo
absence-not-on-this-computer-todo = Solo funciona allí. Use aquí otra forma de entrar y luego añada este equipo en Claves.

absence-not-supported = Este tipo todavía no funciona en este sistema
absence-not-supported-todo = Use una de las otras formas.

error-not-a-history = En esta carpeta no hay chats de Latchkey
error-not-a-history-todo = Los chats están en la carpeta que contiene el archivo keyring.latchkey. Si están en una memoria o en otro disco, conéctelo primero. No se ha cambiado nada.

error-only-saved = Latchkey no abre este tipo de archivo
error-only-saved-todo = Al abrirlo podría ejecutar o cargar algo. Guárdelo y ábralo con un programa en el que confíe.
