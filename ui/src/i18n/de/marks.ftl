marks-title = Meine Markierungen
