package org.mlsysim.core.data;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.data.InputStage;

/**
 * Whether preprocessing on the host starves the accelerator.
 *
 * <pre>t = batch · sample / throughput,  slowdown = max(t, step) / step</pre>
 *
 * <p>Valid for perfect prefetch: the host prepares the next batch while the accelerator works.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Does preprocessing on the host starve the accelerator?",
    walls = "Transformation",
    equation = "t = batch · sample / throughput",
    sources = {
      "Murray et al. (2021), tf.data, arXiv 2101.12127",
      "Mohan et al. (2021), Analyzing and mitigating data stalls, PVLDB 14(5)"
    })
public final class TransformationModel
    extends BaseModel<TransformationModel.Inputs, TransformationModel.TransformationResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "samples of a step", range = "[1, inf)") int batchSize,
      @Port(doc = "one sample as it is read", unit = "B", range = "[0, inf)")
          Quantity<DataSize> sampleSizeBytes,
      @Port(doc = "rate at which the host prepares samples", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> cpuThroughput,
      @Port(doc = "step of the accelerator when it is fed", unit = "s", range = "[0, inf)")
          Quantity<Time> acceleratorStepTime) {

    /** Names the inputs one by one. */
    public static TransformationModelInputsBuilder builder() {
      return new TransformationModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TransformationResult(
      @Port(unit = "s", doc = "time to prepare a batch") Quantity<Time> transformTime,
      @Port(unit = "s", doc = "the step asked about") Quantity<Time> acceleratorStepTime,
      @Port(doc = "whether preparing takes longer than the step") boolean isBottleneck,
      @Port(doc = "share of the time that the accelerator works") double acceleratorUtilization,
      @Port(doc = "factor on the step; absent for a step of no time")
          Optional<Double> slowdownFactor,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public TransformationResult {
      caveats = List.copyOf(caveats);
    }
  }

  public TransformationModel() {
    super(MethodHandles.lookup(), Inputs.class, TransformationResult.class);
  }

  @Override
  public TransformationResult solve(Inputs inputs) {
    double step = in(SECOND, inputs.acceleratorStepTime());
    InputStage.Preprocessing preprocessing =
        InputStage.preprocessing(
            inputs.batchSize(),
            in(BYTE, inputs.sampleSizeBytes()),
            in(BYTE_PER_SECOND, inputs.cpuThroughput()),
            step);
    return new TransformationResult(
        of(preprocessing.transformTime(), SECOND),
        of(step, SECOND),
        preprocessing.bottleneck(),
        preprocessing.utilization(),
        Forms.value(preprocessing.slowdown()),
        List.of("Prefetch is perfect: the host prepares while the accelerator works."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, TransformationResult result) {
    return List.of(
        new Explanation(
            "transform_time",
            in(SECOND, result.transformTime()),
            "s",
            List.of(
                Term.given("samples of a step", "batch", inputs.batchSize(), ""),
                Term.given("one sample", "sample", in(BYTE, inputs.sampleSizeBytes()), "B"),
                Term.given(
                    "rate of the host",
                    "throughput",
                    in(BYTE_PER_SECOND, inputs.cpuThroughput()),
                    "B/s"))));
  }
}
