namespace CoBuilding.ProofRoom.Tests;

/// <summary>The tests for which the room's tables are there.</summary>
[CollectionDefinition]
public sealed class ComposedPortal : ICollectionFixture<RoomTables>;
