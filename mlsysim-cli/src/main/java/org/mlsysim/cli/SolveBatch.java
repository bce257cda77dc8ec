package org.mlsysim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.Contract;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;

/**
 * Questions as JSON Lines, answered in their order, one line each.
 *
 * <p>A line is an object of {@code id}, {@code resolver} and {@code inputs}. Further members are
 * the caller's own, an expected answer for instance, and are not read.
 *
 * <p>One thread reads, one writes, and as many as there are cores solve what lies between; the
 * number of lines under way is bounded, so memory does not grow with the file.
 */
final class SolveBatch {
  private static final int LINES_PER_CHUNK = 128;
  private static final int CHARS_PER_CHUNK = 1 << 18;
  private static final int MOST_CHARS = 1 << 20;
  private static final double MOST_EXACT = 0x1p53;

  private record Line(long number, String text, boolean tooLong) {}

  private final Session session;
  private final Resolvers.OutputUnits units;
  private final boolean interactive;
  private final PrintStream out;
  private volatile boolean broken;

  private SolveBatch(Session session, Resolvers.OutputUnits units, boolean interactive) {
    this.session = session;
    this.units = units;
    this.interactive = interactive;
    this.out = session.console().out();
  }

  /** Answers a file, or standard input for {@code -}. */
  static Answer run(String file, Resolvers.OutputUnits units, Session session) {
    // What all lines share is made before several threads ask for it.
    session.catalogs();
    session.resolvers();
    SolveBatch batch = new SolveBatch(session, units, file.equals("-"));
    try (InputStream bytes = session.open(file, "batch");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16)) {
      batch.answer(reader);
    } catch (IOException e) {
      throw new BadInputException(
          List.of(
              Finding.of(
                  ErrorCode.INPUT_FILE,
                  "batch",
                  "\"" + file + "\" cannot be read: " + e.getClass().getSimpleName() + ".")));
    }
    return Answer.written(batch.broken ? Answer.FAILURE : Answer.OK);
  }

  private void answer(BufferedReader reader) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService solvers = Executors.newFixedThreadPool(threads);
    BlockingQueue<Future<String>> answers = new ArrayBlockingQueue<>(4 * threads);
    Future<String> last = CompletableFuture.completedFuture("");
    Thread writer = new Thread(() -> write(answers, last), "mlsysim-batch-writer");
    writer.start();
    try {
      long number = 0;
      boolean more = true;
      while (more && !broken) {
        List<Line> chunk = new ArrayList<>();
        int chars = 0;
        // A person or a program waits for each answer on standard input.
        int most = interactive ? 1 : LINES_PER_CHUNK;
        while (chunk.size() < most && chars < CHARS_PER_CHUNK) {
          @Nullable Line line = readLine(reader, number + 1);
          if (line == null) {
            more = false;
            break;
          }
          number++;
          if (line.tooLong() || !line.text().isBlank()) {
            chunk.add(line);
            chars += line.text().length();
          }
        }
        if (!chunk.isEmpty()) {
          answers.put(solvers.submit(() -> solve(chunk)));
        }
      }
      answers.put(last);
      writer.join();
    } catch (InterruptedException e) {
      broken = true;
      writer.interrupt();
      Thread.currentThread().interrupt();
    } finally {
      solvers.shutdownNow();
    }
  }

  /** The next line; one that is too long is read to its end and not kept. */
  private static @Nullable Line readLine(BufferedReader reader, long number) throws IOException {
    StringBuilder text = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    boolean tooLong = false;
    while (c >= 0 && c != '\n') {
      if (text.length() < MOST_CHARS) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
      c = reader.read();
    }
    return new Line(number, tooLong ? "" : text.toString(), tooLong);
  }

  private void write(BlockingQueue<Future<String>> answers, Future<String> last) {
    try {
      for (Future<String> next = answers.take(); next != last; next = answers.take()) {
        if (broken) {
          continue; // The reader may still wait for room in the queue.
        }
        out.print(next.get());
        if (interactive) {
          out.flush();
        }
        broken = out.checkError();
      }
    } catch (InterruptedException e) {
      broken = true;
    } catch (java.util.concurrent.ExecutionException e) {
      // Every line answers for itself; what arrives here is an error of the machine.
      broken = true;
    }
  }

  private String solve(List<Line> chunk) {
    StringBuilder answers = new StringBuilder();
    for (Line line : chunk) {
      answers.append(Json.line(solve(line))).append('\n');
    }
    return answers.toString();
  }

  private Wire solve(Line line) {
    Wire id = Wire.NULL;
    try {
      Wire.Fields question = question(line);
      id = idOf(question);
      Wire.Fields outputs = outputs(question);
      return answerTo(id, line).put("outputs", outputs).build();
    } catch (MlsysimException e) {
      return error(id, line, e.findings().get(0));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return error(id, line, ErrorDocument.internal(e));
    }
  }

  private static Wire.FieldsBuilder answerTo(Wire id, Line line) {
    Wire.FieldsBuilder answer = Wire.fields().put("id", id);
    return id instanceof Wire.Null ? answer.put("line", line.number()) : answer;
  }

  private static Wire error(Wire id, Line line, Finding finding) {
    Wire port = finding.port().isEmpty() ? Wire.NULL : Wire.of(finding.port());
    return answerTo(id, line)
        .put(
            "error",
            Wire.fields()
                .put("code", finding.code().text())
                .put("message", finding.message())
                .put("port", port)
                .build())
        .build();
  }

  private static Wire.Fields question(Line line) {
    if (line.tooLong()) {
      throw new BadInputException(
          List.of(
              Finding.of(
                  ErrorCode.INPUT_SYNTAX, "", "The line is longer than " + MOST_CHARS + ".")));
    }
    if (Json.read(line.text(), "line " + line.number()) instanceof Wire.Fields fields) {
      return fields;
    }
    throw new BadInputException(
        List.of(
            Finding.of(
                ErrorCode.INPUT_TYPE,
                "",
                "The line is not an object of id, resolver and inputs.")));
  }

  private static Wire idOf(Wire.Fields question) {
    Wire id = question.get("id").orElse(Wire.NULL);
    return id instanceof Wire.Text || isExact(id) ? id : Wire.NULL;
  }

  /** Whether a number is echoed as it was written. */
  private static boolean isExact(Wire id) {
    return id instanceof Wire.Num num && Math.abs(num.value()) < MOST_EXACT;
  }

  private Wire.Fields outputs(Wire.Fields question) {
    List<Finding> findings = new ArrayList<>();
    Wire id = question.get("id").orElse(Wire.NULL);
    if (!(id instanceof Wire.Text || id instanceof Wire.Num || id instanceof Wire.Null)) {
      findings.add(Findings.wrongType("id", "a list or a map", "a text or a number"));
    } else if (id instanceof Wire.Num num && !isExact(id)) {
      findings.add(
          Findings.outOfRange("id", Units.number(num.value()), "(-2^53, 2^53)")
              .withHint("Write so large a number as a text."));
    }
    Optional<Wire> resolver = question.get("resolver");
    if (resolver.isEmpty()) {
      findings.add(Findings.missing("resolver", "the id of a resolver"));
    } else if (!(resolver.get() instanceof Wire.Text)) {
      findings.add(Findings.wrongType("resolver", "no text", "the id of a resolver"));
    }
    Wire inputs = question.get("inputs").orElseGet(() -> Wire.fields().build());
    if (!(inputs instanceof Wire.Fields)) {
      findings.add(Findings.wrongType("inputs", "no object", "an object of ports"));
    }
    if (!findings.isEmpty()) {
      throw MlsysimException.of(findings);
    }
    return outputs(((Wire.Text) resolver.get()).value(), (Wire.Fields) inputs);
  }

  private Wire.Fields outputs(String resolver, Wire.Fields inputs) {
    // The positions are those of a line; the answer's own place says which.
    Wire.Fields values = new Wire.Fields(inputs.values());
    Resolvers.Inputs read =
        new Resolvers.Inputs() {
          @Override
          public <I extends Record, R extends SolverResult> I of(Contract<I, R> contract) {
            return contract.inputs().read(values, session.catalogs());
          }
        };
    return Resolvers.in(
        units, Resolvers.solve(Resolvers.find(resolver, session), read, session).outputs());
  }
}
