package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.node.WorkloadForm.Family;

/** Published models and devices that the worked examples of the tests speak of. */
public final class Examples {
  public static final double GIB = 1024.0 * 1024.0 * 1024.0;

  /** Bytes of a 16-bit element. */
  public static final double FP16 = 2.0;

  public static final WorkloadForm LLAMA3_8B =
      WorkloadForm.builder(Family.TRANSFORMER)
          .parameters(8.03e9)
          .inferenceFlops(16.06e9)
          .layers(32)
          .hiddenDim(4096)
          .heads(32)
          .kvHeads(8)
          .build();

  public static final WorkloadForm LLAMA3_70B =
      WorkloadForm.builder(Family.TRANSFORMER)
          .parameters(70.6e9)
          .inferenceFlops(141.2e9)
          .layers(80)
          .hiddenDim(8192)
          .heads(64)
          .kvHeads(8)
          .build();

  public static final WorkloadForm LLAMA2_7B =
      WorkloadForm.builder(Family.TRANSFORMER)
          .parameters(6.74e9)
          .layers(32)
          .hiddenDim(4096)
          .heads(32)
          .build();

  public static final WorkloadForm MIXTRAL_8X7B =
      WorkloadForm.builder(Family.TRANSFORMER)
          .parameters(46.7e9)
          .activeParameters(12.9e9)
          .inferenceFlops(25.8e9)
          .layers(32)
          .hiddenDim(4096)
          .heads(32)
          .kvHeads(8)
          .experts(8)
          .expertsPerToken(2)
          .build();

  public static final WorkloadForm DEEPSEEK_V3 =
      WorkloadForm.builder(Family.TRANSFORMER)
          .parameters(671e9)
          .activeParameters(37e9)
          .inferenceFlops(74e9)
          .layers(61)
          .hiddenDim(7168)
          .heads(128)
          .headDim(128)
          .kvLoraRank(512)
          .qkRopeHeadDim(64)
          .experts(256)
          .expertsPerToken(8)
          .build();

  public static final WorkloadForm MAMBA_2_8B =
      WorkloadForm.builder(Family.STATE_SPACE)
          .parameters(2.8e9)
          .inferenceFlops(5.6e9)
          .layers(64)
          .hiddenDim(2560)
          .stateSize(16)
          .build();

  public static final DeviceForm H100 =
      DeviceForm.of(989e12, 80 * GIB, 3.35e12).withHost(64e9, 700, 1e-5);

  public static final DeviceForm H200 =
      DeviceForm.of(989e12, 141 * GIB, 4.8e12).withHost(64e9, 700, 1e-5);

  public static final DeviceForm B200 =
      DeviceForm.of(2250e12, 180 * GIB, 8e12).withHost(64e9, 1000, 8e-6);

  public static final DeviceForm CS3 =
      DeviceForm.of(125e15, 44 * GIB, 21e15).withHost(150e9, 23000, 1e-6);

  private Examples() {}
}
