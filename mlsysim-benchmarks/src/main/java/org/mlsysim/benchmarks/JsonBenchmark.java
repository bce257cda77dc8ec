package org.mlsysim.benchmarks;

import java.util.concurrent.TimeUnit;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.core.node.PerformanceProfile;
import org.mlsysim.core.node.SingleNodeModel;
import org.mlsysim.runtime.document.Json;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A question in JSON, its answer in JSON, and what of that is reading and writing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class JsonBenchmark {
  private static final String QUESTION =
      "{\"model\": \"Llama3_8B\", \"hardware\": \"H100\", \"batch_size\": 32,"
          + " \"precision\": \"fp16\", \"efficiency\": 0.5}";

  private final SingleNodeModel model = new SingleNodeModel();
  private final Catalogs catalogs = Catalogs.installed();
  private final PerformanceProfile profile = model.resolve(ask(model, catalogs));

  /** JSON in, resolve, JSON out. */
  @Benchmark
  public String answer() {
    return write(model.resolve(read()));
  }

  /** JSON in: the checked input record, its registry names looked up. */
  @Benchmark
  public SingleNodeModel.Inputs read() {
    return ask(model, catalogs);
  }

  private static SingleNodeModel.Inputs ask(SingleNodeModel model, Catalogs catalogs) {
    return model.contract().inputs().read((Wire.Fields) Json.read(QUESTION, "benchmark"), catalogs);
  }

  /** JSON out. */
  @Benchmark
  public String write() {
    return write(profile);
  }

  private String write(PerformanceProfile answer) {
    return Json.line(model.contract().write(answer));
  }
}
