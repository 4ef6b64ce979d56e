using CoBuilding.Minutes;
using CoBuilding.Resolutions;

namespace CoBuilding.Tests.House;

/// <summary>Minutes at each stage, and resolutions.</summary>
internal sealed partial class World
{
    /// <summary>Being written, of a meeting of its own.</summary>
    public Guid DraftedMinutes { get; private set; }
    public Guid DraftedItem { get; private set; }

    /// <summary>With the units: <see cref="Unit"/> has not answered, <see cref="OtherUnit"/> has comments.</summary>
    public Guid CirculatedMinutes { get; private set; }
    public Guid Countersign { get; private set; }
    public Guid OtherCountersign { get; private set; }

    /// <summary>With the units, all of which have answered.</summary>
    public Guid AnsweredMinutes { get; private set; }
    public Guid IssuedMeeting { get; private set; }
    public Guid IssuedMinutes { get; private set; }
    public Guid IssuedItem { get; private set; }

    /// <summary>Led by <see cref="Unit"/>; <see cref="OtherUnit"/> assists.</summary>
    public Guid Resolution { get; private set; }

    /// <summary>Of which the unit was reminded today.</summary>
    public Guid RemindedResolution { get; private set; }

    private async Task MinutesAsync()
    {
        await District.Use<SetMinutesSetting>().RunAsync(District.Admin, new() { CountersignWorkdays = 5 }, TestDistrict.Ct);
        var drafted = await District.MinutesAsync(Clerk, await District.HeldAsync(Clerk, Committee, Seat));
        (DraftedMinutes, DraftedItem) = (drafted.MinutesId!.Value, drafted.Text.Items[0].Id);
        var circulated = await District.SentMinutesAsync(Clerk, await District.HeldAsync(Clerk, Committee, Seat, OtherSeat));
        CirculatedMinutes = circulated.MinutesId!.Value;
        (Countersign, OtherCountersign) = (Of(circulated, "甲"), Of(circulated, "乙"));
        await District
            .Use<RecordCountersign>()
            .RunAsync(
                Clerk,
                new()
                {
                    CountersignId = OtherCountersign,
                    ExpectedVersion = 1,
                    Answer = CountersignAnswer.Comments,
                    Comments = "请写明时段",
                    ToldBy = "乙",
                },
                TestDistrict.Ct
            );
        var answered = await District.SentMinutesAsync(Clerk, await District.HeldAsync(Clerk, Committee, OtherSeat));
        AnsweredMinutes = answered.MinutesId!.Value;
        await District
            .Use<RecordCountersign>()
            .RunAsync(
                Clerk,
                new()
                {
                    CountersignId = answered.Units.Single().CountersignId,
                    ExpectedVersion = 1,
                    Answer = CountersignAnswer.NoObjection,
                    ToldBy = "乙",
                },
                TestDistrict.Ct
            );
        IssuedMeeting = await District.HeldAsync(Clerk, Committee, Seat);
        var issued = await District.IssuedMinutesAsync(Clerk, IssuedMeeting);
        (IssuedMinutes, IssuedItem) = (issued.MinutesId!.Value, issued.Text.Items[0].Id);
        Resolution = await District.ResolutionAsync(Clerk, Committee, Unit, null, null, OtherUnit);
        RemindedResolution = await District.ResolutionAsync(Clerk, Committee, Unit);
        await District.Use<RemindUnit>().RunAsync(Clerk, new() { ResolutionId = RemindedResolution, ExpectedVersion = 1 }, TestDistrict.Ct);
        static Guid Of(SeeMinutes.Answer minutes, string unit) =>
            minutes.Units.Single(u => u.Name.StartsWith(unit, StringComparison.Ordinal)).CountersignId;
    }
}
