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
  exports org.mlsysim.core.data;
  exports org.mlsysim.core.distributed;
  exports org.mlsysim.core.economics;
  exports org.mlsysim.core.evaluation;
  exports org.mlsysim.core.facility;
  exports org.mlsysim.core.network;
  exports org.mlsysim.core.node;
  exports org.mlsysim.core.queueing;
  exports org.mlsysim.core.reliability;
  exports org.mlsysim.core.serving;
  exports org.mlsysim.core.training;

  provides org.mlsysim.api.Resolver with
      org.mlsysim.core.algorithm.CompressionModel,
      org.mlsysim.core.algorithm.EfficiencyModel,
      org.mlsysim.core.algorithm.InferenceScalingModel,
      org.mlsysim.core.algorithm.ScalingModel,
      org.mlsysim.core.analysis.AmdahlModel,
      org.mlsysim.core.analysis.IronLawModel,
      org.mlsysim.core.analysis.NetworkRooflineModel,
      org.mlsysim.core.analysis.SensitivitySolver,
      org.mlsysim.core.analysis.SynthesisSolver,
      org.mlsysim.core.data.DataModel,
      org.mlsysim.core.data.DataStallModel,
      org.mlsysim.core.data.InputDemandModel,
      org.mlsysim.core.data.PrefetchDepthModel,
      org.mlsysim.core.data.TransformationModel,
      org.mlsysim.core.distributed.AllToAllDispatchModel,
      org.mlsysim.core.distributed.CommunicationIntensityModel,
      org.mlsysim.core.distributed.DataParallelScaleOutModel,
      org.mlsysim.core.distributed.DistributedModel,
      org.mlsysim.core.distributed.GradientSyncModel,
      org.mlsysim.core.distributed.MoERoutingModel,
      org.mlsysim.core.distributed.OverlapBudgetModel,
      org.mlsysim.core.distributed.ParallelLayoutModel,
      org.mlsysim.core.distributed.ParallelismOptimizer,
      org.mlsysim.core.distributed.TensorParallelCommModel,
      org.mlsysim.core.distributed.TensorParallelLayerModel,
      org.mlsysim.core.economics.CarbonPricedPlacementModel,
      org.mlsysim.core.economics.DedicatedBreakEvenModel,
      org.mlsysim.core.economics.EconomicsModel,
      org.mlsysim.core.economics.ObjectStorageBillModel,
      org.mlsysim.core.economics.OutageCostModel,
      org.mlsysim.core.economics.PlacementOptimizer,
      org.mlsysim.core.economics.ResponsibleEngineeringModel,
      org.mlsysim.core.facility.CascadeEnergyModel,
      org.mlsysim.core.facility.CoolantFlowModel,
      org.mlsysim.core.facility.DataMovementEnergyModel,
      org.mlsysim.core.facility.DutyCycledPowerModel,
      org.mlsysim.core.facility.EmbodiedPaybackModel,
      org.mlsysim.core.facility.FacilityPowerModel,
      org.mlsysim.core.facility.GridPlacementModel,
      org.mlsysim.core.facility.PowerTransientModel,
      org.mlsysim.core.facility.PueRetrofitModel,
      org.mlsysim.core.facility.RunFootprintModel,
      org.mlsysim.core.facility.ServiceLifeExtensionModel,
      org.mlsysim.core.facility.ServingCrossoverModel,
      org.mlsysim.core.facility.SustainabilityModel,
      org.mlsysim.core.facility.WaterUseModel,
      org.mlsysim.core.network.AllReduceAlgorithmModel,
      org.mlsysim.core.network.AlphaBetaModel,
      org.mlsysim.core.network.BisectionModel,
      org.mlsysim.core.network.HierarchicalAllReduceModel,
      org.mlsysim.core.network.IncastModel,
      org.mlsysim.core.network.TopologyModel,
      org.mlsysim.core.network.TransferLadderModel,
      org.mlsysim.core.node.SingleNodeModel,
      org.mlsysim.core.queueing.KingmanQueueModel,
      org.mlsysim.core.queueing.TailLatencyModel,
      org.mlsysim.core.reliability.CheckpointIntervalModel,
      org.mlsysim.core.reliability.CheckpointModel,
      org.mlsysim.core.reliability.CheckpointStormModel,
      org.mlsysim.core.reliability.FailureIntervalModel,
      org.mlsysim.core.reliability.GoodputModel,
      org.mlsysim.core.reliability.OrchestrationModel,
      org.mlsysim.core.reliability.PreemptionTaxModel,
      org.mlsysim.core.reliability.RecoveryBudgetModel,
      org.mlsysim.core.reliability.ReliabilityModel,
      org.mlsysim.core.reliability.SeriesFailureModel,
      org.mlsysim.core.reliability.TieredCheckpointModel,
      org.mlsysim.core.reliability.UtilizationLossModel,
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
      org.mlsysim.core.training.TrainingMemoryModel,
      org.mlsysim.core.training.TrainingRunModel,
      org.mlsysim.core.training.TrainingStateModel,
      org.mlsysim.core.training.ZeroShardingModel;
}
