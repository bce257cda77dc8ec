package org.mlsysim.core.distributed;

import java.util.ArrayList;
import java.util.List;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.ParallelLayout;
import org.mlsysim.physics.training.StepProfile;

/** What has to be said about a training step beside its numbers. */
final class StepFindings {
  /** What is wrong, as codes in the order of testing. */
  static List<InfeasibleReason> codes(StepProfile step) {
    List<InfeasibleReason> codes = new ArrayList<>();
    if (step.microbatchesExceedLocalBatch()) {
      codes.add(InfeasibleReason.MICROBATCHES_EXCEED_LOCAL_BATCH);
    }
    if (step.stagesExceedLayers()) {
      codes.add(InfeasibleReason.STAGES_EXCEED_LAYERS);
    }
    if (step.tensorDoesNotDivideHeads()) {
      codes.add(InfeasibleReason.TP_DOES_NOT_DIVIDE_HEADS);
    }
    if (step.exceedsMemory()) {
      codes.add(InfeasibleReason.MEMORY);
    }
    return codes;
  }

  /** What is wrong, in words and numbers. */
  static List<String> trace(DistributedModel.Inputs inputs, StepProfile step) {
    WorkloadForm workload = Forms.workload(inputs.model());
    ParallelLayout layout = DistributedForms.layout(inputs);
    return Caveats.none()
        .addWhen(
            step.microbatchesExceedLocalBatch(),
            "%s micro-batches of at least one sample exceed the %s samples of a rank."
                .formatted(
                    Units.number(layout.microSteps()),
                    Units.number(layout.samplesPerRank(inputs.batchSize()))))
        .addWhen(
            step.stagesExceedLayers(),
            "%s chunks of layers exceed the %s layers of %s."
                .formatted(
                    Units.number(layout.pipeline() * layout.virtualStages()),
                    Units.number(workload.layersOrOne()),
                    inputs.model().id()))
        .addWhen(
            step.tensorDoesNotDivideHeads(),
            "%s heads cannot be split evenly over %d tensor-parallel ranks."
                .formatted(Units.number(workload.headsOrDefault()), inputs.tpSize()))
        .addWhen(
            step.exceedsMemory(),
            Shortfall.of(
                "A share of " + inputs.model().id(), step.memory().total(), inputs.device()))
        .list();
  }

  /** What to know before trusting the numbers. */
  static List<String> caveats(DistributedModel.Inputs inputs, StepProfile step) {
    WorkloadForm workload = Forms.workload(inputs.model());
    return Caveats.of(inputs.device(), inputs.precision(), inputs.efficiency())
        .powerOf(inputs.device())
        .addWhen(
            step.idleShare() > 0,
            "The batch of %d does not fill all replicas evenly; the busiest one sets the step."
                .formatted(inputs.batchSize()))
        .addWhen(
            inputs.ppSize() > 1
                && inputs.vStages() > 1
                && inputs.microbatchCount() % inputs.ppSize() != 0,
            "The interleaved schedule needs a microbatch_count that pp_size divides.")
        .addWhen(
            inputs.moeRoutingImbalanceFactor() > 1,
            "Hot experts slow the exchange here, not the arithmetic of the expert.")
        .addWhen(
            !workload.hasAttention(),
            "What %s stores of the forward pass is not known; the memory is a lower bound."
                .formatted(inputs.model().id()))
        .list();
  }

  private StepFindings() {}
}
