# Why pictures and files are not there.
media-missing-view-once =
    { $count ->
        [one] Una solo se podía abrir una vez; el teléfono no conserva ninguna de estas.
       *[other] { $countText } solo se podían abrir una vez; el teléfono no conserva ninguna de estas.
    }
media-missing-deleted =
    { $count ->
        [one] Una se eliminó para todos, con su mensaje.
       *[other] { $countText } se eliminaron para todos, con sus mensajes.
    }
media-missing-offloaded =
    { $count ->
        [one] El teléfono movió una a la nube.
       *[other] El teléfono movió { $countText } a la nube.
    }
media-missing-never-downloaded =
    { $count ->
        [one] Una nunca se descargó al teléfono.
       *[other] { $countText } nunca se descargaron al teléfono.
    }
media-missing-unreadable =
    { $count ->
        [one] En el lugar de una, la carpeta tiene otra cosa.
       *[other] En los lugares de { $countText }, la carpeta tiene otra cosa.
    }
media-missing-not-looked-for =
    { $count ->
        [one] Una no se buscó: todavía no hay ninguna carpeta multimedia vinculada.
       *[other] { $countText } no se buscaron: todavía no hay ninguna carpeta multimedia vinculada.
    }
media-missing-absent =
    { $count ->
        [one] Una no está en la carpeta: se eliminó en el teléfono, o está en otro lugar.
       *[other] { $countText } no están en la carpeta: se eliminaron en el teléfono, o están en otro lugar.
    }
media-missing-other = Faltan { $countText }: { $reason }
