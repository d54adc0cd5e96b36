calls-title = Calls
