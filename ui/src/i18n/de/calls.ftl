calls-title = Anrufe
