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
 *   <tr><td>{@link org.mlsysim.physics.training.ExpertRouting}</td>
 *       <td>active experts, parameters and dispatch under uneven routing</td>
 *       <td><a href="https://arxiv.org/abs/2101.03961">Fedus et al. 2022</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.ExpertDispatch}</td>
 *       <td>lower bounds of one dispatch</td>
 *       <td>first principles</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.TensorParallelism}</td>
 *       <td>all-reduces of a step and of a layer</td>
 *       <td><a href="https://arxiv.org/abs/1909.08053">Shoeybi et al. 2019</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.OverlapBudget}</td>
 *       <td>exchange layer by layer under the backward pass</td>
 *       <td>first principles</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.GradientSync}</td>
 *       <td>exchange of many workers, bytes per FLOP</td>
 *       <td><a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk and Yuan 2009</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.DataParallelScaleOut}</td>
 *       <td>a one-device job on many devices</td>
 *       <td><a href="https://arxiv.org/abs/1802.05799">Sergeev and Del Balso 2018</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.LayoutEstimate}</td>
 *       <td>a layout on paper</td>
 *       <td><a href="https://arxiv.org/abs/2104.04473">Narayanan et al. 2021</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.ValidLayouts}</td>
 *       <td>every valid layout, in tie order</td>
 *       <td>definition</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.ZeroSharding}</td>
 *       <td>state and traffic of each ZeRO stage</td>
 *       <td><a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al. 2020</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.TrainingState}</td>
 *       <td>who holds which part of the state</td>
 *       <td><a href="https://arxiv.org/abs/1910.02054">Rajbhandari et al. 2020</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.training.TrainingRun}</td>
 *       <td>work and time of a whole run</td>
 *       <td><a href="https://arxiv.org/abs/2001.08361">Kaplan et al. 2020</a>,
 *           <a href="https://arxiv.org/abs/2203.15556">Hoffmann et al. 2022</a></td></tr>
 * </table>
 */
package org.mlsysim.physics.training;
