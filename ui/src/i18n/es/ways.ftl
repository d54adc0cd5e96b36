# The ways into a person's chats, wherever they are named: kinds, invitations, what can be added, and what cannot be used here.
ways-kind-security_key = Llave de seguridad
ways-kind-tpm = Este equipo
ways-kind-phone = Teléfono
ways-kind-software = Llave de acceso por software (demostración)
ways-kind-passkey = Llave de acceso (passkey)
ways-kind-recovery = Kit de recuperación
ways-kind-passphrase = Seis palabras
ways-kind-unknown = Una forma que esta versión no conoce

ways-use-security_key = Tocar su llave de seguridad
ways-use-tpm = PIN de este equipo
ways-use-phone = Escanear con su teléfono
ways-use-software = PIN de la llave de acceso por software
ways-use-passkey = Usar esta llave de acceso

ways-last-tested = Último uso: { $ago }
ways-never-tested = Sin usar todavía
ways-none-here = Ninguna de sus llaves de acceso se puede usar en este equipo ahora mismo.
ways-phone-note = Todavía no se probó con un teléfono real. Usa un servidor del fabricante del teléfono.

ways-absent = { $count ->
    [one] Una que no se puede usar aquí ahora, y por qué
   *[other] { $count } que no se pueden usar aquí ahora, y por qué
}
ways-look-again = Buscar de nuevo

ways-enrol-security_key = Llave de seguridad
ways-enrol-security_key-text = Una llave pequeña para el puerto USB. La toca y escribe su PIN; funciona en todos los equipos.
ways-enrol-tpm = Este equipo
ways-enrol-tpm-text = Su chip de seguridad (TPM) guarda la clave, y la abre un PIN que usted elige. Funciona solo en este equipo.
ways-enrol-phone = Su teléfono
ways-enrol-phone-text = Escanea un código y desbloquea el teléfono como siempre. Funciona en todos los equipos con Bluetooth.
ways-enrol-software = Llave de acceso por software
ways-enrol-software-text = Un archivo en este equipo y un PIN.
ways-phone-untried = Todavía no se probó con un teléfono real.
ways-phone-network = Mensajes sellados pasan por un servidor del fabricante del teléfono. Es la única red que este programa usa, y solo cuando usted elige esto.
ways-software-note = Solo para la demostración: no es segura y no cuenta como llave de acceso.
ways-plug-in-later = Conéctela cuando se le pida.
ways-no-pin-yet = Todavía no tiene PIN; elige uno por el camino.
ways-few-tries = { $count ->
    [0] Su PIN está bloqueado.
    [one] Solo queda un intento de PIN antes de que se bloquee.
   *[other] Solo quedan { $count } intentos de PIN antes de que se bloquee.
}
ways-tpm-unguarded = Nada impide que otras personas que tengan este equipo prueben PIN sin límite, así que el suyo necesita al menos 10 caracteres, no solo cifras.
ways-without-prf = La que está conectada puede iniciar sesión, pero no puede guardar una clave.
ways-nothing-to-enrol = En este equipo no hay ahora mismo nada con que hacer una llave de acceso. Lo que podría haber, y cómo conseguirlo, está más abajo.

ways-older-title = ¿Abrir un llavero más antiguo?
ways-older-text = El llavero de esta carpeta es más antiguo que el último que se usó en este equipo. Es lo esperado después de volver a poner una copia antigua de la carpeta. Si no lo hizo usted, otra persona puede haberlo cambiado.
ways-older-yes = Abrirlo de todos modos
ways-older-no = Dejarlo cerrado

ways-vouch-title = ¿Es este su llavero?
ways-vouch-text = Este equipo no lo ha visto antes: quizá la carpeta se copió de otro. Antes de añadir nada, compárelo con su kit de recuperación, para que nadie pueda entregarle un llavero cambiado.
ways-vouch-label = Escriba la huella digital de su kit
ways-vouch-hint = Está impresa al pie del kit de recuperación. Los espacios y las mayúsculas no importan.
ways-vouch-compare = Comparar
ways-vouch-other = Esta no es la huella digital de este llavero
ways-vouch-other-todo = Mire una vez más, al pie del kit. Si sigue siendo distinta, no añada nada: este llavero puede ser de otra persona. No se cambió nada.
