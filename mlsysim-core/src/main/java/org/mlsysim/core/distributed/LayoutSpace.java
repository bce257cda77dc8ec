package org.mlsysim.core.distributed;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.core.distributed.ParallelismOptimizer.Candidate;
import org.mlsysim.core.distributed.ParallelismOptimizer.Config;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.training.Checkpointing;
import org.mlsysim.core.training.LayoutRules;
import org.mlsysim.physics.network.AllReduceTopology;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.Activations;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.training.ActivationCheckpointing;
import org.mlsysim.physics.training.DistributedStep;
import org.mlsysim.physics.training.ExchangePlan;
import org.mlsysim.physics.training.Optimizer;
import org.mlsysim.physics.training.ParallelLayout;
import org.mlsysim.physics.training.StepProfile;
import org.mlsysim.physics.training.TrainingPlan;
import org.mlsysim.physics.training.TrainingStep;
import org.mlsysim.physics.training.ValidLayouts;

/** The valid layouts of a training step on a fleet, and what each of them costs. */
record LayoutSpace(
    WorkloadForm workload,
    DeviceForm device,
    FleetForm fleet,
    TrainingPlan plan,
    ExchangePlan exchange,
    ValidLayouts.Space bounds) {

  static LayoutSpace of(ParallelismOptimizer.Inputs inputs) {
    ActivationCheckpointing checkpointing =
        Checkpointing.of(inputs.activationCheckpointing(), inputs.activationRecomputation());
    WorkloadForm workload = LayoutRules.trainable(inputs.model(), checkpointing);
    return new LayoutSpace(
        workload,
        Forms.device(inputs.fleet().accelerator(), inputs.precision()),
        Forms.fleet(inputs.fleet()),
        plan(inputs, checkpointing),
        new ExchangePlan(
            AllReduceTopology.AUTOMATIC,
            inputs.overlapComm(),
            ExchangePlan.DEFAULT_OVERLAP_EFFICIENCY,
            1,
            1,
            1),
        bounds(inputs, workload));
  }

  private static TrainingPlan plan(
      ParallelismOptimizer.Inputs inputs, ActivationCheckpointing checkpointing) {
    return new TrainingPlan(
        inputs.seqLen(),
        inputs.causalAttention(),
        inputs.precision().bytesPerElement(),
        inputs.gradientPrecision().bytesPerElement(),
        Optimizer.ADAM,
        checkpointing,
        1,
        inputs.zeroStage(),
        inputs.sequenceParallel(),
        inputs.efficiency(),
        Activations.DEFAULT_FRACTION,
        TrainingPlan.DEFAULT_BUFFER_FRACTION);
  }

  private static ValidLayouts.Space bounds(
      ParallelismOptimizer.Inputs inputs, WorkloadForm workload) {
    long total = inputs.fleet().acceleratorTotal();
    if (total > Integer.MAX_VALUE) {
      throw BadInputException.refused(
          "fleet",
          inputs.fleet().id(),
          "its %d accelerators are more than can be searched.".formatted(total));
    }
    int accelerators = (int) total;
    boolean attends = workload.hasAttention();
    int experts = Double.isNaN(workload.experts()) ? 1 : (int) workload.experts();
    return new ValidLayouts.Space(
        accelerators,
        inputs.batchSize(),
        (int) workload.layersOrOne(),
        attends ? (int) workload.headsOrDefault() : 1,
        experts,
        attends ? inputs.seqLen() : 1,
        cap(inputs.maxTp(), inputs.fleet().node().acceleratorsPerNode()),
        cap(inputs.maxPp(), accelerators),
        cap(inputs.maxEp(), experts),
        cap(inputs.maxCp(), 1));
  }

  private static int cap(Optional<Integer> asked, int otherwise) {
    return asked.filter(cap -> cap > 0).orElse(otherwise);
  }

  /** How many layouts are valid, whether they fit or not. */
  int size() {
    return Math.toIntExact(ValidLayouts.count(bounds));
  }

  /** Hands over the layouts whose state fits, in the order in which ties are settled. */
  void forEachThatFits(Consumer<Config> receiver) {
    ValidLayouts.forEach(
        bounds,
        (tp, pp, dp, ep, cp, microbatches) -> {
          Config config = new Config(tp, pp, dp, ep, cp, microbatches);
          if (TrainingStep.fits(workload, device, plan, layout(config), bounds.batchSize())) {
            receiver.accept(config);
          }
          return true;
        });
  }

  /** The step of a layout. */
  StepProfile price(Config config) {
    return DistributedStep.of(
        workload, device, fleet, plan, layout(config), exchange, bounds.batchSize());
  }

  /**
   * Why a layout has its utilisation; the parts of its step are those of {@link DistributedModel}.
   */
  Explanation explain(ParallelismOptimizer.Inputs inputs, Candidate candidate) {
    Config config = candidate.config();
    DistributedModel.Inputs step =
        DistributedModel.Inputs.builder()
            .model(inputs.model())
            .fleet(inputs.fleet())
            .batchSize(inputs.batchSize())
            .precision(inputs.precision())
            .efficiency(inputs.efficiency())
            .tpSize(config.tp())
            .ppSize(config.pp())
            .epSize(config.ep())
            .cpSize(config.cp())
            .microbatchCount(config.microbatchCount())
            .zeroStage(inputs.zeroStage())
            .activationCheckpointing(plan.checkpointing())
            .overlapComm(inputs.overlapComm())
            .seqLen(inputs.seqLen())
            .causalAttention(inputs.causalAttention())
            .gradientPrecision(inputs.gradientPrecision())
            .sequenceParallel(inputs.sequenceParallel())
            .build();
    StepProfile price = price(config);
    Term[] parts =
        DistributedTerms.explain(step, price).stream()
            .flatMap(each -> each.terms().stream())
            .toArray(Term[]::new);
    return new Explanation(
        "objective_value",
        candidate.mfu(),
        "",
        List.of(
            Term.given("work of a sample", "F", TrainingStep.modelOps(workload, plan), "FLOP"),
            Term.given("samples of the step", "batch", inputs.batchSize(), ""),
            Term.computed(
                    "the whole step", "T", "sum of its parts", price.stepLatency(), "s", parts)
                .from("Narayanan et al. (2021)"),
            Term.given("peak rate of an accelerator", "peak", device.peakFlops(), "FLOP/s")
                .read(inputs.fleet().accelerator().id() + ".compute"),
            Term.given("accelerators", "n", fleet.accelerators(), "")));
  }

  private static ParallelLayout layout(Config config) {
    return new ParallelLayout(
        config.tp(),
        config.pp(),
        config.cp(),
        config.ep(),
        config.dp(),
        config.microbatchCount(),
        1,
        1);
  }
}
