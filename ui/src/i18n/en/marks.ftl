marks-title = My marks
