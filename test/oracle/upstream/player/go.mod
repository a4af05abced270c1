module oracle/player

go 1.26.0
