package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mlsysim.physics.network.AllReduceTopology;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.Bound;
import org.mlsysim.physics.node.Known;
import org.mlsysim.physics.node.NodeProfile;

/** The worked examples of the distributed step, printed with twelve digits. */
class DistributedStepTest {
  private static final FleetForm FLEET_512 = new FleetForm(64, 8, 8, 450e9, 500e-9, 25e9, 7e-6, 1);
  private static final FleetForm FLEET_64 = new FleetForm(8, 8, 8, 450e9, 500e-9, 25e9, 7e-6, 1);
  private static final ExchangePlan OVERLAPPING =
      new ExchangePlan(AllReduceTopology.AUTOMATIC, true, 0.85, 1, 1, 1);

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 6e-12);
  }

  private static ParallelLayout llama70bLayout(double chunks) {
    return new ParallelLayout(8, 4, 1, 1, 16, 32, chunks, 1);
  }

  private static StepProfile llama70b(ExchangePlan exchange, double chunks) {
    return DistributedStep.of(
        Known.LLAMA3_70B,
        Known.H100,
        FLEET_512,
        TrainingPlan.of(4096, 2, 0.5),
        llama70bLayout(chunks),
        exchange,
        512);
  }

  @Test
  void llama70bOn512Accelerators() {
    StepProfile step = llama70b(ExchangePlan.DEFAULT, 1);

    NodeProfile node = step.node();
    assertClose(3.6890157234, node.latency());
    assertClose(3.6866057234, node.latencyCompute());
    assertClose(0.357760992334, node.latencyMemory());
    assertClose(0.00241, node.latencyOverhead());
    assertClose(8.67440054457, node.throughput());
    assertEquals(Bound.COMPUTE, node.bound());
    assertClose(1521.09099541, node.arithmeticIntensity());
    assertClose(53693.1745327, node.energy());
    assertEquals(51_579_034_096.0, node.memoryFootprint(), 1);
    assertClose(0.493646051607, node.mfu());
    assertClose(0.499673354604, node.hfu());
    assertClose(0.662085, step.dataExchange());
    assertClose(0.686026023822, step.tensorExchange());
    assertEquals(0, step.expertExchange());
    assertEquals(0, step.contextExchange());
    assertClose(0.02192283648, step.pipelineExchange());
    assertClose(1.3700338603, step.exchange());
    assertClose(0.0857142857143, step.bubbleFraction());
    assertClose(0.412215429722, step.bubble());
    assertClose(5.47126501343, step.stepLatency());
    assertClose(0.674252794253, step.scalingEfficiency());
    assertClose(93.5798208903, step.throughput());
    assertClose(0.332842229668, step.mfu());
    assertClose(0.336906155556, step.hfu());
    assertEquals(0, step.idleShare());
    assertTrue(step.feasible());
  }

  @Test
  void overlapHidesGradientsBehindTheLastBackwardPass() {
    StepProfile step = llama70b(OVERLAPPING, 1);

    assertClose(0.0772675112277, step.dataHidden());
    assertClose(0.584817488772, step.dataExposed());
    assertClose(0.018634411008, step.pipelineHidden());
    assertClose(0.003288425472, step.pipelineExposed());
    assertClose(0.41046845369, step.bubble());
    assertClose(5.37361611516, step.stepLatency());
  }

  @Test
  void interleavingTradesBubbleForMessagesAndMemory() {
    StepProfile step = llama70b(ExchangePlan.DEFAULT, 2);

    assertEquals(55_857_224_176.0, step.memory().total(), 1);
    assertClose(0.04384567296, step.pipelineExchange());
    assertClose(0.044776119403, step.bubbleFraction());
    assertClose(0.207135347821, step.bubble());
    assertClose(5.288107768, step.stepLatency());
  }

  @Test
  void contextParallelismHidesBehindAttention() {
    StepProfile step =
        DistributedStep.of(
            Known.LLAMA3_70B,
            Known.H100,
            FLEET_512,
            Plans.with(TrainingPlan.of(32768, 2, 0.5), 1),
            new ParallelLayout(8, 4, 4, 1, 4, 16, 1, 1),
            OVERLAPPING,
            64);

    assertClose(4.93416539287, step.node().latency());
    assertEquals(38_184_005_692.0, step.memory().total(), 1);
    assertClose(0.463705407105, step.node().mfu());
    assertClose(0.49661625, step.dataExchange());
    assertClose(0.212901413212, step.dataHidden());
    assertClose(0.677066023822, step.tensorExchange());
    assertClose(0.4966238208, step.contextExchange());
    assertEquals(0, step.contextExposed());
    assertClose(0.02169883648, step.pipelineExchange());
    assertClose(1.05271617041, step.bubble());
    assertClose(6.95091724936, step.stepLatency());
    assertClose(0.329165071334, step.mfu());
  }

  @Test
  void dataParallelismAloneReducesInsideNodesFirst() {
    StepProfile step =
        DistributedStep.of(
            Known.LLAMA3_8B,
            Known.H100,
            FLEET_64,
            Plans.with(TrainingPlan.of(2048, 2, 0.45), 1),
            ParallelLayout.dataParallel(64),
            ExchangePlan.DEFAULT,
            128);

    assertClose(0.464156997017, step.node().latency());
    assertEquals(69_545_236_008.0, step.memory().total(), 1);
    assertClose(0.304575833333, step.dataExchange());
    assertClose(0.76873283035, step.stepLatency());
    assertClose(166.507783909, step.throughput());
    assertClose(0.26824750936, step.mfu());
  }

  @Test
  void expertParallelismExchangesTokensInsideTheNode() {
    StepProfile step =
        DistributedStep.of(
            Known.MIXTRAL,
            Known.H100,
            FLEET_64,
            Plans.with(TrainingPlan.of(2048, 2, 0.4), ActivationCheckpointing.FULL, 1, 1),
            new ParallelLayout(1, 1, 1, 8, 8, 1, 1, 1),
            new ExchangePlan(AllReduceTopology.AUTOMATIC, false, 0.85, 1, 1, 1.25),
            64);

    assertClose(0.546348277328, step.node().latency());
    assertClose(1.24513355556, step.dataExchange());
    assertClose(0.0163307349333, step.expertExchange());
    assertClose(1.80781256782, step.stepLatency());
    assertClose(0.0905035655306, step.mfu());
  }

  @Test
  void aSmallBatchHidesLittle() {
    StepProfile step =
        DistributedStep.of(
            Known.LLAMA3_70B,
            Known.H100,
            FLEET_64,
            Plans.with(TrainingPlan.of(128, 2, 0.5), 1),
            new ParallelLayout(8, 1, 1, 1, 8, 1, 1, 1),
            new ExchangePlan(AllReduceTopology.AUTOMATIC, true, 1, 1, 1, 1),
            8);

    assertClose(1.853348, step.dataExchange());
    assertClose(0.0312961017075, step.node().work());
    assertClose(0.0208681930091, step.dataHidden());
    assertClose(1.87103569785, step.stepLatency());
  }

  @Test
  void everyReasonAgainstALayoutIsReported() {
    StepProfile step =
        DistributedStep.of(
            Known.LLAMA3_8B,
            Known.H100,
            FLEET_64,
            TrainingPlan.of(2048, 2, 0.5),
            new ParallelLayout(1, 64, 1, 1, 1, 8, 1, 1),
            ExchangePlan.DEFAULT,
            4);

    assertTrue(step.microbatchesExceedLocalBatch()); // 8 micro-batches of 4 samples
    assertTrue(step.stagesExceedLayers()); // 64 stages of 32 layers
    assertFalse(step.tensorDoesNotDivideHeads());
    assertFalse(step.priced());
    assertFalse(step.feasible());
    assertTrue(Double.isNaN(step.stepLatency()));
    assertTrue(Double.isNaN(step.node().latency()));
    assertEquals(0, step.idleShare());
  }

  @Test
  void headsMustSplitEvenly() {
    StepProfile step =
        DistributedStep.of(
            Known.GPT2,
            Known.H100,
            FLEET_64,
            TrainingPlan.of(1024, 2, 0.5),
            new ParallelLayout(8, 1, 1, 1, 8, 1, 1, 1),
            ExchangePlan.DEFAULT,
            8);

    assertTrue(step.tensorDoesNotDivideHeads()); // 25 heads over 8 ranks
  }

  @Test
  void aBatchThatDoesNotFillTheReplicasLeavesThemIdle() {
    StepProfile step =
        DistributedStep.of(
            Known.LLAMA3_8B,
            Known.H200,
            FLEET_64,
            Plans.with(TrainingPlan.of(2048, 2, 0.5), 3),
            ParallelLayout.dataParallel(64),
            ExchangePlan.DEFAULT,
            16);

    assertEquals(0.75, step.idleShare());
    assertClose(step.node().mfu() * step.scalingEfficiency() * (1 - step.idleShare()), step.mfu());
  }
}
