package org.mlsysim.benchmarks;

import java.util.concurrent.TimeUnit;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.node.Engine;
import org.mlsysim.core.node.PerformanceProfile;
import org.mlsysim.hardware.Hardware;
import org.mlsysim.models.Models;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.InferencePass;
import org.mlsysim.physics.node.InferenceSweep;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.node.ProfileColumns;
import org.mlsysim.physics.node.SingleNode;
import org.mlsysim.physics.node.WorkloadForm;
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

/** Single-node performance: with its quantities, in the plain form, and in columns on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EngineBenchmark {
  private static final int POINTS = 1 << 16;

  private final Workload model = Models.Language.LLAMA3_8B;
  private final HardwareNode hardware = Hardware.Cloud.H100;
  private final WorkloadForm workload = Forms.workload(model);
  private final DeviceForm device = Forms.device(hardware, Precision.FP16);
  private final InferencePass pass = InferencePass.of(workload, device, 2, 0, 0.1);
  private final double[] batches = new double[POINTS];
  private final double[] efficiencies = new double[POINTS];
  private final ProfileColumns columns = ProfileColumns.allocate(POINTS);
  private int batch = 1;

  /** Fills the columns with points that all differ from their neighbours. */
  public EngineBenchmark() {
    for (int i = 0; i < POINTS; i++) {
      batches[i] = 1 + (i * 7919) % 1024;
      efficiencies[i] = 0.3 + 0.5 * i / POINTS;
    }
  }

  /** The facade: checks, plain form, a profile of quantities. */
  @Benchmark
  public PerformanceProfile solve() {
    batch = batch % 1024 + 1;
    return Engine.solve(model, hardware, batch, Precision.FP16, 0.5);
  }

  /** The same law in its plain form. */
  @Benchmark
  public NodeProfile plainForm() {
    batch = batch % 1024 + 1;
    return SingleNode.inference(workload, device, 2, batch, 0.5, 0, 0.1);
  }

  /** The same law over columns, a point. */
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public ProfileColumns columns() {
    InferenceSweep.price(pass, batches, efficiencies, columns, 0, POINTS);
    return columns;
  }
}
