gallery-title = Photos and files
