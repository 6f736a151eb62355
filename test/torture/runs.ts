/** How often a torture is repeated: as asked for, else as often as it should be. */
export const runsOf = (usual: number): number => Number(process.env.SEEDMARK_TORTURE_RUNS) || usual;
