marks-title = علاماتي
