namespace CoBuilding.Tests;

public class RoomAssembliesTests
{
    [Fact]
    public void The_portals_own_is_the_only_one_where_no_other_is_given()
    {
        Assert.Equal([typeof(Portal).Assembly], RoomAssemblies.All);
        Assert.Empty(RoomAssemblies.Further);
    }

    [Fact]
    public void Nothing_is_added_to_a_list_that_was_read()
    {
        _ = RoomAssemblies.All;
        var refused = Assert.Throws<InvalidOperationException>(() => RoomAssemblies.Compose(typeof(RoomAssembliesTests).Assembly));
        Assert.Contains("CoBuilding.Tests cannot be added to CoBuilding any more", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(RoomAssembliesTests).Assembly, RoomAssemblies.All);
    }
}
