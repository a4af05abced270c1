package oracle

import (
	"testing"

	"oracle/player"
)

func TestMain(m *testing.M) { player.Main(m) }

func TestOracle(t *testing.T) { player.Play(t, version) }
