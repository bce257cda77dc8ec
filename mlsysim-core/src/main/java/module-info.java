/**
 * The built-in resolvers of mlsysim, and the Engine over single-node performance.
 *
 * @provides org.mlsysim.api.Resolver
 */
module org.mlsysim.core {
  requires transitive org.mlsysim.api;
  requires transitive org.mlsysim.physics;

  exports org.mlsysim.core.algorithm;
  exports org.mlsysim.core.analysis;
  exports org.mlsysim.core.distributed;
  exports org.mlsysim.core.economics;
  exports org.mlsysim.core.facility;
  exports org.mlsysim.core.node;
  exports org.mlsysim.core.queueing;
  exports org.mlsysim.core.serving;
  exports org.mlsysim.core.training;

  provides org.mlsysim.api.Resolver with
      org.mlsysim.core.algorithm.CompressionModel,
      org.mlsysim.core.algorithm.EfficiencyModel,
      org.mlsysim.core.algorithm.InferenceScalingModel,
      org.mlsysim.core.analysis.AmdahlModel,
      org.mlsysim.core.analysis.IronLawModel,
      org.mlsysim.core.analysis.NetworkRooflineModel,
      org.mlsysim.core.analysis.SensitivitySolver,
      org.mlsysim.core.analysis.SynthesisSolver,
      org.mlsysim.core.distributed.DistributedModel,
      org.mlsysim.core.economics.CarbonPricedPlacementModel,
      org.mlsysim.core.economics.EconomicsModel,
      org.mlsysim.core.economics.PlacementOptimizer,
      org.mlsysim.core.facility.SustainabilityModel,
      org.mlsysim.core.node.SingleNodeModel,
      org.mlsysim.core.queueing.TailLatencyModel,
      org.mlsysim.core.serving.BatchingOptimizer,
      org.mlsysim.core.serving.ChunkedPrefillModel,
      org.mlsysim.core.serving.ContinuousBatchingModel,
      org.mlsysim.core.serving.DecodeBoundModel,
      org.mlsysim.core.serving.KvAdmissionModel,
      org.mlsysim.core.serving.KvAttentionDesignModel,
      org.mlsysim.core.serving.KvBlockSharingModel,
      org.mlsysim.core.serving.PagedAllocationModel,
      org.mlsysim.core.serving.PrecisionDividendModel,
      org.mlsysim.core.serving.PrefixRebuildModel,
      org.mlsysim.core.serving.ServingCapacityModel,
      org.mlsysim.core.serving.ServingModel,
      org.mlsysim.core.serving.WeightStreamingModel,
      org.mlsysim.core.training.TrainingMemoryModel;
}
