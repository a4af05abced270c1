// Package player runs the upstream HorizontalPodAutoscaler controller in virtual time over recorded worlds.
package player

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"sync"
	"testing"

	"github.com/go-logr/logr"
	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/klog/v2"
)

const (
	outputVariable       = "ORACLE_OUT"
	parallelVariable     = "ORACLE_PARALLEL"
	featureGatesVariable = "ORACLE_FEATURE_GATES"
)

// results is where the decisions go: stdout, which Main takes from the test framework.
var results io.Writer

// Main is the body of TestMain.
func Main(m *testing.M) {
	out, err := openResults()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	results = out
	os.Stdout = os.Stderr
	klog.SetLogger(logr.Discard())
	// Their back-off remembers a time from outside the bubble and would sleep for decades.
	utilruntime.ErrorHandlers = nil
	// A controller that panics ends its own scenario, not the others.
	utilruntime.ReallyCrash = false
	if err := utilfeature.DefaultMutableFeatureGate.Set(os.Getenv(featureGatesVariable)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	os.Exit(m.Run())
}

func openResults() (io.Writer, error) {
	if path := os.Getenv(outputVariable); path != "" {
		return os.Create(path)
	}
	return os.Stdout, nil
}

// Play reads scenarios from stdin, one a line, and writes their results in the same order.
func Play(t *testing.T, version Version) {
	workers, err := parallel()
	if err != nil {
		t.Fatal(err)
	}
	// The default follows the control group's share, which may be below the cores there are.
	runtime.GOMAXPROCS(max(workers, runtime.GOMAXPROCS(0)))
	type job struct {
		line   []byte
		result chan Result
	}
	jobs := make(chan job)
	ordered := make(chan chan Result, 4*workers)

	go func() {
		defer close(ordered)
		defer close(jobs)
		input := bufio.NewReaderSize(os.Stdin, 1<<20)
		for {
			line, err := input.ReadBytes('\n')
			if line = bytes.TrimSpace(line); len(line) > 0 {
				j := job{line, make(chan Result, 1)}
				ordered <- j.result
				jobs <- j
			}
			if err != nil {
				return
			}
		}
	}()

	var running sync.WaitGroup
	defer running.Wait()
	for range workers {
		running.Go(func() {
			t.Run("", func(t *testing.T) {
				for j := range jobs {
					j.result <- playLine(t, version, j.line)
				}
			})
		})
	}

	output := bufio.NewWriter(results)
	encoder := json.NewEncoder(output)
	encoder.SetEscapeHTML(false)
	for result := range ordered {
		if err := encoder.Encode(<-result); err != nil {
			t.Fatal(err)
		}
		if len(ordered) == 0 {
			if err := output.Flush(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := output.Flush(); err != nil {
		t.Fatal(err)
	}
}

func parallel() (int, error) {
	value := os.Getenv(parallelVariable)
	if value == "" {
		return runtime.NumCPU(), nil
	}
	workers, err := strconv.Atoi(value)
	if err != nil || workers < 1 {
		return 0, fmt.Errorf("%s must be a number from 1 on, not %q", parallelVariable, value)
	}
	return workers, nil
}

func playLine(t *testing.T, version Version, line []byte) Result {
	scenario := &Scenario{Settings: upstreamSettings()}
	if err := json.Unmarshal(line, scenario); err != nil {
		return Result{Name: scenario.Name, Error: err.Error(), Ticks: []Decision{}}
	}
	return play(t, version, scenario)
}
