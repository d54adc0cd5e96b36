calls-title = Llamadas
