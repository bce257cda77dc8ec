package org.mlsysim.benchmarks;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Port;
import org.mlsysim.physics.facility.GridEmissions;
import org.mlsysim.physics.training.TrainingRun;
import org.mlsysim.pipeline.Pipeline;
import org.mlsysim.pipeline.PipelineResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a pipeline costs a stage: a chain of three laws that feed each other, against the same laws
 * called by hand.
 *
 * <p>Scores are for one stage of the three; the overhead of a stage is the score of {@link
 * #pipeline} less that of {@link #kernels}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PipelineBenchmark {
  private static final int STAGES = 3;

  private final WorkModel work = new WorkModel();
  private final DurationModel duration = new DurationModel();
  private final CarbonModel carbon = new CarbonModel();
  private final Pipeline pipeline = Pipeline.of(work, duration, carbon);
  private double parameters = 8e9;
  private double tokens = 15e12;
  private double rate = 4e14;
  private double power = 700;
  private double intensity = 1e-7;

  /** The three kernels, one after the other. */
  @Benchmark
  @OperationsPerInvocation(STAGES)
  public double kernels() {
    double flops = TrainingRun.flops(parameters, tokens);
    double time = TrainingRun.time(flops, 1, rate, 1);
    return GridEmissions.carbon(time * power, intensity);
  }

  /** The three resolvers, each with its checks, passed on by hand. */
  @Benchmark
  @OperationsPerInvocation(STAGES)
  public CarbonModel.Result resolvers() {
    WorkModel.Result flops = work.resolve(new WorkModel.Inputs(parameters, tokens));
    DurationModel.Result time = duration.resolve(new DurationModel.Inputs(flops.flops(), rate));
    return carbon.resolve(new CarbonModel.Inputs(time.seconds(), power, intensity));
  }

  /** The pipeline: planned, run, its results kept. */
  @Benchmark
  @OperationsPerInvocation(STAGES)
  public PipelineResult pipeline() {
    return pipeline.run(
        Map.of(
            "parameters", parameters,
            "tokens", tokens,
            "rate", rate,
            "power", power,
            "intensity", intensity));
  }

  /** Work of a training run. */
  @ResolverInfo(question = "How much work is a run?", equation = "C = 6 P D")
  public static final class WorkModel extends BaseModel<WorkModel.Inputs, WorkModel.Result> {
    /** What the model requires. */
    public record Inputs(
        @Port(doc = "parameters", range = "(0, inf)") double parameters,
        @Port(doc = "tokens", range = "(0, inf)") double tokens) {}

    /** What the model produces. */
    public record Result(@Port(doc = "work in FLOP") double flops) implements SolverResult {}

    WorkModel() {
      super(MethodHandles.lookup(), WorkModel.Inputs.class, WorkModel.Result.class);
    }

    @Override
    public WorkModel.Result solve(WorkModel.Inputs inputs) {
      return new WorkModel.Result(TrainingRun.flops(inputs.parameters(), inputs.tokens()));
    }
  }

  /** Its duration at a rate. */
  @ResolverInfo(question = "How long does it take?", equation = "t = C / R")
  public static final class DurationModel
      extends BaseModel<DurationModel.Inputs, DurationModel.Result> {
    /** What the model requires. */
    public record Inputs(
        @Port(doc = "work in FLOP", range = "(0, inf)") double flops,
        @Port(doc = "rate in FLOP/s", range = "(0, inf)") double rate) {}

    /** What the model produces. */
    public record Result(@Port(doc = "time in s") double seconds) implements SolverResult {}

    DurationModel() {
      super(MethodHandles.lookup(), DurationModel.Inputs.class, DurationModel.Result.class);
    }

    @Override
    public DurationModel.Result solve(DurationModel.Inputs inputs) {
      return new DurationModel.Result(TrainingRun.time(inputs.flops(), 1, inputs.rate(), 1));
    }
  }

  /** Its carbon at a power. */
  @ResolverInfo(question = "What does it emit?", equation = "m = P t CI")
  public static final class CarbonModel extends BaseModel<CarbonModel.Inputs, CarbonModel.Result> {
    /** What the model requires. */
    public record Inputs(
        @Port(doc = "time in s", range = "(0, inf)") double seconds,
        @Port(doc = "power in W", range = "(0, inf)") double power,
        @Port(doc = "carbon intensity in kg/J", range = "[0, inf)") double intensity) {}

    /** What the model produces. */
    public record Result(@Port(doc = "carbon in kg") double kilograms) implements SolverResult {}

    CarbonModel() {
      super(MethodHandles.lookup(), CarbonModel.Inputs.class, CarbonModel.Result.class);
    }

    @Override
    public CarbonModel.Result solve(CarbonModel.Inputs inputs) {
      return new CarbonModel.Result(
          GridEmissions.carbon(inputs.seconds() * inputs.power(), inputs.intensity()));
    }
  }
}
