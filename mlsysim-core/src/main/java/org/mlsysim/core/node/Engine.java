package org.mlsysim.core.node;

import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.core.training.GradientPrecision;
import org.mlsysim.physics.node.Activations;
import org.mlsysim.physics.node.InferencePass;
import org.mlsysim.physics.node.InferenceSweep;
import org.mlsysim.physics.node.ProfileColumns;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * The stable facade over single-node performance.
 *
 * <p>{@link SingleNodeModel} has the same inputs and more of them: training, a context, a ZeRO
 * stage; build them with its builder and call {@link #solve(SingleNodeModel.Inputs)}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Engine {
  /** The efficiency where none is given: share of the peak rate that the kernels sustain. */
  public static final double DEFAULT_EFFICIENCY = 0.5;

  private static final int DEFAULT_SEQ_LEN = 2048;

  /** Points that one core prices before it asks for more. */
  private static final int CHUNK = 1 << 14;

  private static final SingleNodeModel MODEL = new SingleNodeModel();
  private static final RecordShape<SweepGrid> GRID =
      RecordShape.of(MethodHandles.lookup(), SweepGrid.class);

  /**
   * A pass of one unit at fp16 and an efficiency of 0.5.
   *
   * @see #solve(Workload, HardwareNode, int, Precision, double)
   */
  public static PerformanceProfile solve(Workload model, HardwareNode hardware) {
    return solve(model, hardware, 1, Precision.FP16, DEFAULT_EFFICIENCY);
  }

  /**
   * What a pass does on a device.
   *
   * @param model the workload
   * @param hardware the device
   * @param batchSize units in the pass, at least 1
   * @param precision number format of the weights
   * @param efficiency share of the peak rate that the kernels sustain, in (0, 1]
   * @throws org.mlsysim.api.error.BadInputException if a value is out of range; it names the port
   */
  public static PerformanceProfile solve(
      Workload model,
      HardwareNode hardware,
      int batchSize,
      Precision precision,
      double efficiency) {
    return solve(
        new SingleNodeModel.Inputs(
            model,
            hardware,
            batchSize,
            precision,
            efficiency,
            false,
            false,
            DEFAULT_SEQ_LEN,
            0,
            1,
            false,
            false,
            Optional.empty(),
            GradientPrecision.FP32,
            0,
            Activations.DEFAULT_FRACTION,
            true));
  }

  /**
   * What a pass does on a device, both by registry id, alias or path.
   *
   * @throws org.mlsysim.api.error.UnknownNameException if a name is not registered; it names the
   *     nearest ids
   */
  public static PerformanceProfile solve(
      String model, String hardware, int batchSize, Precision precision, double efficiency) {
    Catalogs catalogs = Catalogs.installed();
    return solve(
        catalogs.lookup(Workload.class, model, "model"),
        catalogs.lookup(HardwareNode.class, hardware, "hardware"),
        batchSize,
        precision,
        efficiency);
  }

  /** A pass of one unit at fp16 and an efficiency of 0.5, both by registry id, alias or path. */
  public static PerformanceProfile solve(String model, String hardware) {
    return solve(model, hardware, 1, Precision.FP16, DEFAULT_EFFICIENCY);
  }

  /**
   * What a pass or a training step does on a device, with every input of {@link SingleNodeModel}.
   *
   * @throws org.mlsysim.api.error.BadInputException if a value is out of range; it names the port
   */
  public static PerformanceProfile solve(SingleNodeModel.Inputs inputs) {
    return MODEL.resolve(inputs);
  }

  /**
   * Prices every point of a grid, on all cores, without building an object a point. Infeasible
   * points stay, with their status.
   *
   * @return the blocks of the grid in its order, each made when the stream reaches it, so that a
   *     grid may be larger than memory
   * @throws org.mlsysim.api.error.BadInputException if a value is out of range; it names the port
   */
  public static Stream<SweepBlock> sweep(SweepGrid grid) {
    GRID.check(grid);
    WorkloadForm workload = Forms.workload(grid.model());
    Workloads.refuseContext(grid.model(), grid.contextLength());
    double[] batches = new double[grid.blockSize()];
    double[] efficiencies = new double[grid.blockSize()];
    int point = 0;
    for (int batch : grid.batchSizes()) {
      for (double efficiency : grid.efficiencies()) {
        batches[point] = batch;
        efficiencies[point++] = efficiency;
      }
    }
    return grid.hardware().stream()
        .flatMap(
            hardware ->
                grid.precisions().stream()
                    .map(
                        precision ->
                            block(grid, workload, hardware, precision, batches, efficiencies)));
  }

  private static SweepBlock block(
      SweepGrid grid,
      WorkloadForm workload,
      HardwareNode hardware,
      Precision precision,
      double[] batches,
      double[] efficiencies) {
    InferencePass pass =
        InferencePass.of(
            workload,
            Forms.device(hardware, precision),
            precision.bytesPerElement(),
            grid.contextLength(),
            Activations.DEFAULT_FRACTION);
    int points = batches.length;
    ProfileColumns columns = ProfileColumns.allocate(points);
    IntStream.rangeClosed(0, (points - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk ->
                InferenceSweep.price(
                    pass,
                    batches,
                    efficiencies,
                    columns,
                    chunk * CHUNK,
                    Math.min(points, (chunk + 1) * CHUNK)));
    return new SweepBlock(hardware, precision, batches, efficiencies, columns);
  }

  private Engine() {}
}
