# A ceremony, moment by moment: one thing to do, one reason.
ceremony-open = Abrir con { $label }
ceremony-enrol = Añadir una llave de acceso
ceremony-rehearse = Probar { $label }

ceremony-stop = Detener
ceremony-stopping = Deteniendo…
ceremony-again = Intentar de nuevo
ceremony-leave = Dejarlo por ahora

ceremony-beginning = Un momento…
ceremony-over = Eso fue todo
ceremony-plug-in = Conecte su llave de seguridad
ceremony-plug-in-text = En cualquier puerto USB de este equipo.
ceremony-touch-one = Toque la llave que quiere usar
ceremony-touch-one-text = { $count ->
    [one] Hay una llave conectada y parpadea.
   *[other] Hay { $count } llaves conectadas y parpadean. Basta con tocar una brevemente.
}
ceremony-touch = Toque su llave de seguridad
ceremony-touch-text = Parpadea y espera un toque breve.
ceremony-finger = Ponga el dedo en la llave de seguridad
ceremony-finger-again = No se reconoció; una vez más, por favor
ceremony-finger-text = Déjelo ahí hasta que cambie la luz.
ceremony-finger-left = { $count ->
    [one] Queda un intento; después se pide el PIN.
   *[other] Quedan { $count } intentos; después se pide el PIN.
}
ceremony-scan = Escanee este código con la cámara de su teléfono
ceremony-scan-create-text = El Bluetooth debe estar activado, aquí y en el teléfono. Elija allí guardar una llave de acceso (passkey). El código sirve una vez, durante unos cinco minutos.
ceremony-scan-use-text = El Bluetooth debe estar activado, aquí y en el teléfono. El código sirve una vez, durante unos cinco minutos.
ceremony-qr-alt = Un código QR para su teléfono
ceremony-phone-seen = Su teléfono está cerca
ceremony-phone-seen-text = Los dos se están conectando a través de un servidor del fabricante del teléfono.
ceremony-phone-connected = Mire su teléfono
ceremony-phone-connected-text = Desbloquéelo como siempre y acepte.
ceremony-working-security_key = La llave de seguridad está trabajando
ceremony-working-tpm = Este equipo está trabajando
ceremony-working-phone = Se está contactando con el teléfono
ceremony-working-software = La llave de acceso por software está trabajando
ceremony-network = ¿Usar la red solo por esta vez?
ceremony-network-text = Su teléfono y este equipo se encuentran en { $host }, un servidor del fabricante del teléfono. Solo ve mensajes sellados. Nada más de este programa usa una red.
ceremony-network-yes = Conectar
ceremony-last-tries = { $count ->
    [one] Solo queda un intento
   *[other] Solo quedan { $count } intentos
}
ceremony-last-tries-text = Un PIN equivocado ahora puede bloquear este dispositivo para siempre. Si tiene dudas, deténgase y use otra forma de entrar: con eso no se pierde nada.
ceremony-last-tries-yes = Intentarlo de todos modos

ceremony-pin-use-security_key = Escriba el PIN de su llave de seguridad
ceremony-pin-use-tpm = Escriba su PIN para este equipo
ceremony-pin-use-phone = Escriba el PIN de su teléfono
ceremony-pin-use-software = Escriba el PIN de la llave de acceso por software
ceremony-pin-choose-security_key = Elija un PIN para su llave de seguridad
ceremony-pin-choose-security_key-text = Todavía no tiene ninguno. A partir de ahora la llave lo pide, aquí y en todas partes.
ceremony-pin-choose-tpm = Elija un PIN para este equipo
ceremony-pin-choose-tpm-text = Solo para sus chats; no tiene que ser el mismo con el que inicia sesión.
ceremony-pin-choose-phone = Elija un PIN para su teléfono
ceremony-pin-choose-phone-text = El teléfono lo pide a partir de ahora.
ceremony-pin-choose-software = Elija un PIN para la llave de acceso por software
ceremony-pin-choose-software-text = Para la demostración.
ceremony-pin-wrong = No era ese; una vez más
ceremony-pin-tries = { $count ->
    [one] Queda un intento antes de que se bloquee para siempre
   *[other] Quedan { $count } intentos antes de que se bloquee
}
ceremony-pin-label = PIN
ceremony-pin-again = El mismo PIN otra vez
ceremony-pin-rule = Al menos { $count } caracteres.
ceremony-pin-rule-letters = Al menos { $count } caracteres, y no solo cifras.
ceremony-pin-lack-length = Necesita al menos { $count } caracteres.
ceremony-pin-lack-short = Es demasiado largo; caben 63 caracteres sencillos.
ceremony-pin-lack-letters = Aquí no bastan las cifras: añada letras u otros signos.
ceremony-pin-lack-same = Los dos no son iguales. Escríbalos una vez más.
ceremony-pin-show = Mostrar
ceremony-pin-hide = Ocultar
ceremony-pin-send = Continuar
ceremony-pin-set = Usar este PIN

ceremony-still-open = { $count ->
    [one] Esto sigue abriendo sus chats:
   *[other] Estas formas siguen abriendo sus chats:
}
