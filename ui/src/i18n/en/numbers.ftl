numbers-title = Numbers
