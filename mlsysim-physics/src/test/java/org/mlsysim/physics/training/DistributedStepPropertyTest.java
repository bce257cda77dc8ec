package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.Draws;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.node.WorkloadForm;

class DistributedStepPropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  /** A transformer on a fleet, with a layout that exists. */
  private record Case(
      WorkloadForm workload,
      DeviceForm device,
      FleetForm fleet,
      TrainingPlan plan,
      ParallelLayout layout,
      ExchangePlan exchange,
      double batch) {

    static Case draw(Draws any) {
      WorkloadForm workload = any.transformer();
      double tensor = any.pick(1.0, 2.0, 4.0, 8.0);
      double pipeline = any.pick(1.0, 2.0, 4.0);
      double context = any.pick(1.0, 1.0, 2.0, 4.0);
      double expert = workload.expertShare() > 0 ? any.pick(1.0, 2.0, 4.0) : 1;
      double data = any.whole(1, 16);
      double chunks = pipeline > 1 ? any.whole(1, (int) (workload.layers() / pipeline)) : 1;
      ParallelLayout layout =
          new ParallelLayout(
              tensor,
              pipeline,
              context,
              expert,
              data,
              any.pick(1.0, 2.0, 8.0),
              chunks,
              any.pick(1.0, 2.0));
      double perNode = any.pick(1.0, 4.0, 8.0, 16.0);
      double accelerators = layout.ranksPerReplica() * data;
      double nodeSize = accelerators % perNode == 0 ? perNode : accelerators;
      FleetForm fleet =
          new FleetForm(
              accelerators / nodeSize,
              nodeSize,
              Double.NaN,
              any.logUniform(1e11, 1e12),
              any.logUniform(1e-7, 1e-5),
              any.logUniform(1e9, 1e11),
              any.logUniform(1e-6, 1e-4),
              any.uniform(1, 4));
      double batch = layout.microSteps() * data * expert * any.whole(1, 4);
      return new Case(
          workload,
          any.device(),
          fleet,
          Plans.random(any),
          layout,
          Plans.randomExchange(any),
          batch);
    }

    StepProfile price() {
      return DistributedStep.of(workload, device, fleet, plan, layout, exchange, batch);
    }

    Case on(FleetForm other) {
      return new Case(workload, device, other, plan, layout, exchange, batch);
    }

    Case trainedBy(TrainingPlan other) {
      return new Case(workload, device, fleet, other, layout, exchange, batch);
    }

    Case exchangedBy(ExchangePlan other) {
      return new Case(workload, device, fleet, plan, layout, other, batch);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partsSumToTheStepAndNoWorkHidesTwice(long seed) {
    StepProfile step = Case.draw(new Draws(seed)).price();

    double parts =
        step.node().latency()
            + step.tensorExchange()
            + step.expertExchange()
            + step.contextExposed()
            + step.pipelineExposed()
            + step.dataExposed()
            + step.bubble()
            + step.stragglerLatency();
    double hidden = step.dataHidden() + step.contextHidden() + step.pipelineHidden();
    assertTrue(step.priced());
    assertEquals(step.stepLatency(), parts, step.stepLatency() * 1e-12);
    assertTrue(hidden <= step.node().work() * (1 + 1e-12));
    assertTrue(step.dataHidden() >= 0 && step.dataExposed() >= 0);
    assertTrue(step.pipelineHidden() >= 0 && step.pipelineExposed() >= 0);
    assertTrue(step.contextHidden() >= 0 && step.contextExposed() >= 0);
    assertTrue(step.scalingEfficiency() <= 1 + 1e-12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noStepBeatsTheEfficiencyOfItsKernels(long seed) {
    Case drawn = Case.draw(new Draws(seed));
    StepProfile step = drawn.price();

    assertTrue(step.mfu() <= step.hfu());
    assertTrue(step.hfu() <= drawn.plan().efficiency() * (1 + 1e-12));
    assertTrue(step.node().hfu() <= drawn.plan().efficiency() * (1 + 1e-12));
    assertEquals(
        step.node().mfu() * step.scalingEfficiency() * (1 - step.idleShare()),
        step.mfu(),
        step.mfu() * 1e-9);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void fasterLinksAndOverlapNeverHurt(long seed) {
    Draws any = new Draws(seed);
    Case drawn = Case.draw(any);
    FleetForm fleet = drawn.fleet();
    double gain = any.uniform(1, 10);
    FleetForm faster =
        new FleetForm(
            fleet.nodes(),
            fleet.acceleratorsPerNode(),
            fleet.nicsPerNode(),
            fleet.intraNodeBandwidth() * gain,
            fleet.insideLatency() / gain,
            fleet.fabricBandwidth() * gain,
            fleet.outsideLatency() / gain,
            fleet.oversubscription());
    ExchangePlan exchange = drawn.exchange();
    ExchangePlan exposed =
        new ExchangePlan(
            exchange.topology(),
            false,
            exchange.overlapEfficiency(),
            exchange.congestion(),
            exchange.straggler(),
            exchange.routingImbalance());

    double time = drawn.price().stepLatency();

    assertTrue(drawn.on(faster).price().stepLatency() <= time * (1 + 1e-12));
    assertTrue(drawn.exchangedBy(exposed).price().stepLatency() >= time * (1 - 1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moreShardingNeverTakesMoreMemoryAndRecomputationSavesItForWork(long seed) {
    Case drawn = Case.draw(new Draws(seed));
    double last = Double.POSITIVE_INFINITY;
    for (int stage = 0; stage <= 3; stage++) {
      double total = drawn.trainedBy(Plans.with(drawn.plan(), stage)).price().memory().total();
      assertTrue(total <= last * (1 + 1e-12), "stage " + stage);
      last = total;
    }
    double memory = Double.POSITIVE_INFINITY;
    double work = 0;
    for (ActivationCheckpointing strategy : ActivationCheckpointing.values()) {
      StepProfile step = drawn.trainedBy(Plans.with(drawn.plan(), strategy)).price();
      assertTrue(step.memory().total() <= memory, strategy.name());
      assertTrue(step.node().ops() >= work, strategy.name());
      memory = step.memory().total();
      work = step.node().ops();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneAcceleratorTakesTheSingleNodeStepToTheLastBit(long seed) {
    Draws any = new Draws(seed);
    WorkloadForm workload = any.workload();
    DeviceForm device = any.device();
    TrainingPlan plan = Plans.random(any);
    double batch = any.whole(1, 64);

    NodeProfile single = TrainingStep.onOneAccelerator(workload, device, plan, batch, 1);
    StepProfile step =
        DistributedStep.of(
            workload,
            device,
            FleetForm.SINGLE,
            plan,
            ParallelLayout.SINGLE,
            new ExchangePlan(ExchangePlan.DEFAULT.topology(), any.coin(), 0.85, 1, 1, 1),
            batch);

    assertEquals(single, step.node());
    assertEquals(single.latency(), step.stepLatency());
    assertEquals(0, step.exchange());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aReplicaOfOneRankIsASingleNodeThatShardsItsState(long seed) {
    Draws any = new Draws(seed);
    WorkloadForm workload = any.workload();
    DeviceForm device = any.device();
    TrainingPlan plan = Plans.random(any);
    double replicas = any.whole(2, 64);
    double samples = any.whole(1, 16);

    NodeProfile single = TrainingStep.onOneAccelerator(workload, device, plan, samples, replicas);
    StepProfile step =
        DistributedStep.of(
            workload,
            device,
            new FleetForm(replicas, 1, Double.NaN, 1e11, Double.NaN, 1e10, Double.NaN, 1),
            plan,
            ParallelLayout.dataParallel(replicas),
            Plans.randomExchange(any),
            samples * replicas);

    assertEquals(single, step.node());
  }
}
