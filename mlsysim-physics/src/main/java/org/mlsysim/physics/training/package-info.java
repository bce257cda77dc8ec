/**
 * Training: what a step computes, keeps in memory, moves and exchanges, on one accelerator or on a
 * fleet.
 *
 * <p>Status: experimental. Start at {@link org.mlsysim.physics.training.DistributedStep}; one
 * accelerator is {@link org.mlsysim.physics.training.TrainingStep#onOneAccelerator}.
 *
 * <table>
 *   <caption>Laws</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.TrainingWork}</td>
 *       <td>forward, backward and recomputed work of a sample</td>
 *       <td><a href="https://arxiv.org/abs/2205.05198">Korthikanti et al. 2023</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.LowRankAdaptation}</td>
 *       <td>trained share of the parameters</td>
 *       <td><a href="https://arxiv.org/abs/2106.09685">Hu et al. 2021</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.ActivationMemory}</td>
 *       <td>stored activations of a layer</td>
 *       <td><a href="https://arxiv.org/abs/2205.05198">Korthikanti et al. 2023</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.TrainingMemory}</td>
 *       <td>memory of a rank, sharded</td>
 *       <td><a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al. 2020</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.PipelineSchedule}</td>
 *       <td>bubble, micro-batches in flight, fullest stage</td>
 *       <td><a href="https://arxiv.org/abs/1811.06965">Huang et al. 2019</a>,
 *           <a href="https://doi.org/10.1145/3458817.3476209">Narayanan et al. 2021</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.ModelParallelExchange}</td>
 *       <td>exchange inside a replica</td>
 *       <td><a href="https://arxiv.org/abs/1909.08053">Shoeybi et al. 2019</a>,
 *           <a href="https://arxiv.org/abs/2310.01889">Liu et al. 2023</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.ZeroExchange}</td>
 *       <td>exchange between replicas</td>
 *       <td><a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al. 2020</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.Overlap}</td>
 *       <td>exchange behind work</td><td>definition</td></tr>
 * </table>
 */
package org.mlsysim.physics.training;
