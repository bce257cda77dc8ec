package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mlsysim.api.SolverResult;

/** required_r01. */
final class Determinism {
  private static final int THREADS = 8;

  static <I extends Record, R extends SolverResult> List<String> violations(Subject<I, R> subject) {
    R expected = subject.answer();
    Set<String> violations = new LinkedHashSet<>();
    compare(subject, "a second call", expected, subject.answer(), violations);
    compare(
        subject, "a copy of the inputs", expected, subject.answer(subject.values()), violations);
    if (violations.isEmpty()) {
      for (R each : together(subject, violations)) {
        compare(subject, "one of eight threads", expected, each, violations);
      }
    }
    return List.copyOf(violations);
  }

  private static <I extends Record, R extends SolverResult> void compare(
      Subject<I, R> subject, String who, R expected, R other, Set<String> violations) {
    if (!expected.equals(other)) {
      List<String> differences = subject.differences(expected, other, 0);
      violations.add(
          "%s gets another result: %s"
              .formatted(
                  who,
                  differences.isEmpty()
                      ? "its record has no equality of values"
                      : String.join("; ", differences)));
    }
  }

  private static <I extends Record, R extends SolverResult> List<R> together(
      Subject<I, R> subject, Set<String> violations) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      Callable<R> call =
          () -> {
            start.await();
            return subject.answer();
          };
      List<R> answers = new ArrayList<>();
      for (Future<R> each : threads.invokeAll(java.util.Collections.nCopies(THREADS, call))) {
        try {
          answers.add(each.get());
        } catch (ExecutionException e) {
          violations.add("one of eight threads gets an exception: " + e.getCause());
        }
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      violations.add("the threads were interrupted");
      return List.of();
    } finally {
      threads.shutdownNow();
    }
  }

  private Determinism() {}
}
