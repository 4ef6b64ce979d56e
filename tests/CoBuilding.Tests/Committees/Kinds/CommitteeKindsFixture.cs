using CoBuilding.Committees.Kinds;

namespace CoBuilding.Tests.Committees.Kinds;

/// <summary>How a district adds a kind of its own.</summary>
internal static class CommitteeKindsFixture
{
    public static AddCommitteeKind.Form Form(string name) =>
        new()
        {
            Name = name,
            ConvenerTitle = "召集人",
            DeputyTitle = "副召集人",
            MemberTitle = "成员",
        };
}
