# What the app itself noted in a chat, one sentence for every sort of notice. `$actor` and `$subject` say who: "you", "named" (`$name`, `$who`) or "nobody" known.
# `$number` is the source's own number of a notice that has no sentence.
notice-number = Aviso del sistema { $number }
notice-unnumbered = Aviso del sistema
notice-was = «{ $before }» pasó a ser «{ $after }»
notice-was-before = Antes era «{ $before }»

## The group
notice-subject = { $actor ->
    [you] Usted cambió el nombre del grupo
    [named] { $name } cambió el nombre del grupo
   *[nobody] Se cambió el nombre del grupo
}
notice-icon = { $actor ->
    [you] Usted cambió la imagen del grupo
    [named] { $name } cambió la imagen del grupo
   *[nobody] Se cambió la imagen del grupo
}
notice-description = { $actor ->
    [you] Usted cambió la descripción del grupo
    [named] { $name } cambió la descripción del grupo
   *[nobody] Se cambió la descripción del grupo
}
notice-created = { $actor ->
    [you] Usted creó este grupo
    [named] { $name } creó este grupo
   *[nobody] Se creó este grupo
}
notice-list-created = { $actor ->
    [you] Usted creó esta lista de difusión
    [named] { $name } creó esta lista de difusión
   *[nobody] Se creó esta lista de difusión
}
notice-link-reset = { $actor ->
    [you] Usted creó un enlace de invitación nuevo; el anterior dejó de servir
    [named] { $name } creó un enlace de invitación nuevo; el anterior dejó de servir
   *[nobody] Se creó un enlace de invitación nuevo; el anterior dejó de servir
}
notice-link-rule = { $actor ->
    [you] Usted cambió quién puede invitar con el enlace
    [named] { $name } cambió quién puede invitar con el enlace
   *[nobody] Se cambió quién puede invitar con el enlace
}
notice-info-rule = { $actor ->
    [you] Usted cambió quién puede editar el nombre, la imagen y la descripción del grupo
    [named] { $name } cambió quién puede editar el nombre, la imagen y la descripción del grupo
   *[nobody] Se cambió quién puede editar el nombre, la imagen y la descripción del grupo
}
notice-send-rule = { $actor ->
    [you] Usted cambió quién puede enviar mensajes
    [named] { $name } cambió quién puede enviar mensajes
   *[nobody] Se cambió quién puede enviar mensajes
}
notice-everyone-adds = { $actor ->
    [you] Usted permitió que todos los miembros añadan a otros
    [named] { $name } permitió que todos los miembros añadan a otros
   *[nobody] Ahora todos los miembros pueden añadir a otros
}
notice-admins-add = { $actor ->
    [you] Usted permitió que solo los administradores añadan a otros
    [named] { $name } permitió que solo los administradores añadan a otros
   *[nobody] Ahora solo los administradores pueden añadir a otros
}
notice-large = Este grupo tiene más de 256 miembros: solo los administradores pueden editar su nombre, su imagen y su descripción

## Who came and went
notice-added = { $who-is ->
    [you] { $actor ->
        [named] { $name } le añadió a usted al grupo
       *[nobody] Usted fue añadido al grupo
    }
    [nobody] { $actor ->
        [you] Usted añadió a alguien
        [named] { $name } añadió a alguien
       *[nobody] Se añadió a alguien
    }
   *[named] { $actor ->
        [you] Usted añadió a { $who }
        [named] { $name } añadió a { $who }
       *[nobody] Se añadió a { $who }
    }
}
notice-removed = { $who-is ->
    [you] { $actor ->
        [named] { $name } le quitó a usted del grupo
       *[nobody] Usted fue quitado del grupo
    }
    [nobody] { $actor ->
        [you] Usted quitó a alguien
        [named] { $name } quitó a alguien
       *[nobody] Se quitó a alguien
    }
   *[named] { $actor ->
        [you] Usted quitó a { $who }
        [named] { $name } quitó a { $who }
       *[nobody] Se quitó a { $who }
    }
}
notice-left = { $subject ->
    [you] Usted salió del grupo
    [named] Salió del grupo: { $who }
   *[nobody] Alguien salió del grupo
}
notice-joined-link = { $subject ->
    [you] Usted se unió con el enlace de invitación
    [named] Se unió con el enlace de invitación: { $who }
   *[nobody] Alguien se unió con el enlace de invitación
}
notice-joined-invitation = { $subject ->
    [you] Usted se unió por una invitación
    [named] Se unió por una invitación: { $who }
   *[nobody] Alguien se unió por una invitación
}
notice-joined-community = { $subject ->
    [you] Usted se unió desde la comunidad
    [named] Se unió desde la comunidad: { $who }
   *[nobody] Alguien se unió desde la comunidad
}
notice-asks-to-join = { $subject ->
    [you] Usted pidió unirse
    [named] { $count ->
        [one] { $who } pide unirse
       *[other] { $who } piden unirse
    }
   *[nobody] Alguien pide unirse
}
notice-admin = { $who-is ->
    [named] { $count ->
        [one] { $who } ahora administra el grupo
       *[other] { $who } ahora administran el grupo
    }
   *[you] Usted ahora administra el grupo
}
notice-no-admin = { $who-is ->
    [named] { $count ->
        [one] { $who } ya no administra el grupo
       *[other] { $who } ya no administran el grupo
    }
   *[you] Usted ya no administra el grupo
}
notice-on-whatsapp = { $subject ->
    [named] { $count ->
        [one] { $who } ahora está en WhatsApp
       *[other] { $who } ahora están en WhatsApp
    }
   *[nobody] Alguien que usted conoce ahora está en WhatsApp
}

## People
notice-number-changed = { $subject ->
    [you] Usted cambió su número de teléfono
    [named] { $who } cambió el número de teléfono
   *[nobody] Alguien cambió el número de teléfono
}
notice-number-changed-to = { $from } cambió el número de teléfono a { $to }
notice-username = { $subject ->
    [you] Usted cambió su nombre de usuario
    [named] { $who } cambió el nombre de usuario
   *[nobody] Se cambió un nombre de usuario
}
notice-security-code = { $subject ->
    [named] { $count ->
        [one] Cambió el código de seguridad con { $who }
       *[other] Cambiaron los códigos de seguridad con { $who }
    }
   *[nobody] Cambió un código de seguridad
}
notice-devices = { $subject ->
    [named] { $who } cambió qué dispositivos están vinculados
   *[nobody] Alguien cambió qué dispositivos están vinculados
}
notice-devices-counted = { $subject ->
    [named] { $who } cambió qué dispositivos están vinculados
   *[nobody] Alguien cambió qué dispositivos están vinculados
}: { $change ->
    [added] { $addedText } más
    [removed] { $removedText } menos
   *[both] { $addedText } más, { $removedText } menos
}
notice-blocked = { $subject ->
    [named] Usted bloqueó a { $who }
   *[nobody] Usted bloqueó a esta persona
}
notice-unblocked = { $subject ->
    [named] Usted desbloqueó a { $who }
   *[nobody] Usted desbloqueó a esta persona
}
notice-block-changed = { $subject ->
    [named] Usted bloqueó o desbloqueó a { $who }
   *[nobody] Usted bloqueó o desbloqueó a esta persona
}

## Messages that disappear
notice-timer-on = { $actor ->
    [you] Usted hizo que los mensajes nuevos desaparezcan después de { $time }
    [named] { $name } hizo que los mensajes nuevos desaparezcan después de { $time }
   *[nobody] Los mensajes nuevos desaparecen ahora después de { $time }
}
notice-timer-off = { $actor ->
    [you] Usted desactivó los mensajes temporales
    [named] { $name } desactivó los mensajes temporales
   *[nobody] Se desactivaron los mensajes temporales
}
notice-timer = { $actor ->
    [you] Usted cambió después de cuánto tiempo desaparecen los mensajes nuevos
    [named] { $name } cambió después de cuánto tiempo desaparecen los mensajes nuevos
   *[nobody] Se cambió después de cuánto tiempo desaparecen los mensajes nuevos
}
notice-timer-default = { $state ->
    [on] Aquí hay una duración predeterminada: los mensajes nuevos desaparecen después de { $time }
    [off] Aquí la duración predeterminada de los mensajes temporales está desactivada
   *[unknown] Aquí hay una duración predeterminada para los mensajes temporales
}
notice-kept = Los mensajes que alguien conserva no desaparecen de este chat
notice-pinned = { $actor ->
    [you] Usted fijó un mensaje
    [named] { $name } fijó un mensaje
   *[nobody] Se fijó un mensaje
}

## Encryption, businesses, services
notice-encrypted = Los mensajes y las llamadas de este chat están cifrados de extremo a extremo
notice-protection = WhatsApp explicó aquí cómo se protegen los mensajes de este chat
notice-business = { $subject ->
    [named] { $count ->
        [one] { $who } es una cuenta de empresa
       *[other] { $who } son cuentas de empresa
    }
   *[nobody] Esta es una cuenta de empresa
}
notice-business-official = { $subject ->
    [named] { $count ->
        [one] { $who } es una cuenta de empresa oficial
       *[other] { $who } son cuentas de empresa oficiales
    }
   *[nobody] Esta es una cuenta de empresa oficial
}
notice-business-over = { $subject ->
    [named] { $count ->
        [one] { $who } ya no es una cuenta de empresa
       *[other] { $who } ya no son cuentas de empresa
    }
   *[nobody] Esta ya no es una cuenta de empresa
}
notice-business-meta = Esta empresa usa un servicio de Meta para sus chats
notice-business-terms = WhatsApp informó aquí sobre esta empresa y los servicios de Meta
notice-ai = WhatsApp informó aquí sobre los mensajes con su IA
notice-hidden = Una nota interna que el propio WhatsApp nunca muestra

## Calls and events
notice-group-call = { $actor ->
    [you] Usted inició una llamada grupal
    [named] { $name } inició una llamada grupal
   *[nobody] Se inició una llamada grupal
}
notice-event = { $actor ->
    [you] Usted cambió un evento
    [named] { $name } cambió un evento
   *[nobody] Se cambió un evento
}

## Communities
notice-linked = { $group ->
    [named] { $actor ->
        [you] Usted añadió { $groups } a la comunidad
        [named] { $name } añadió { $groups } a la comunidad
       *[nobody] Se añadió a la comunidad: { $groups }
    }
   *[nobody] { $actor ->
        [you] Usted añadió un grupo a la comunidad
        [named] { $name } añadió un grupo a la comunidad
       *[nobody] Se añadió un grupo a la comunidad
    }
}
notice-unlinked = { $group ->
    [named] { $actor ->
        [you] Usted quitó { $groups } de la comunidad
        [named] { $name } quitó { $groups } de la comunidad
       *[nobody] Se quitó de la comunidad: { $groups }
    }
   *[nobody] { $actor ->
        [you] Usted quitó un grupo de la comunidad
        [named] { $name } quitó un grupo de la comunidad
       *[nobody] Se quitó un grupo de la comunidad
    }
}
notice-community-admin = { $who-is ->
    [you] Usted ahora administra la comunidad
    [named] { $count ->
        [one] { $who } ahora administra la comunidad
       *[other] { $who } ahora administran la comunidad
    }
   *[nobody] Alguien administra ahora la comunidad
}
notice-no-community-admin = { $who-is ->
    [you] Usted ya no administra la comunidad
    [named] { $count ->
        [one] { $who } ya no administra la comunidad
       *[other] { $who } ya no administran la comunidad
    }
   *[nobody] Alguien ya no administra la comunidad
}
notice-community = Algo cambió en esta comunidad (aviso { $number })

## Many at once
notice-folded = { $count ->
    [one] { $countText } aviso de seguridad
   *[other] { $countText } avisos de seguridad
}
notice-folded-any = { $count ->
    [one] { $countText } aviso
   *[other] { $countText } avisos
}
notice-unfold = Mostrarlos
notice-fold = Ocultarlos
