using CoBuilding.Data;

namespace CoBuilding.Meetings;

internal static class RoomRules
{
    public static RuleBroken IsOpen() => new("Room.IsOpen");

    public static RuleBroken NotOpen() => new("Room.NotOpen");

    public static RuleBroken IsClosed() => new("Room.IsClosed");

    public static RuleBroken DayIsOver() => new("Room.DayIsOver");
}
