using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Demo;

/// <summary>A company moves from one community to another, and is recorded there a second time as a duplicate.</summary>
internal sealed class UnitMoveStory(StreetYear year) : IDemoChapter
{
    private const string Name = "海潮文化传播有限公司",
        Contact = "顾晓岚",
        Mobile = "10020260815";

    private readonly DemoUser user = year.User;
    private readonly Place now = year.Plan.Communities[1].Place;
    private readonly EnterUnit.Form unit = new()
    {
        Name = Name,
        ShortName = "海潮文化",
        Kind = UnitKind.PrivateEnterprise,
        PlaceId = year.Plan.Communities[0].Place.Id,
    };

    public int Position => 10;
    public bool IsTold => year.Plan.IsDemoStreet;

    public void Plan()
    {
        year.Schedule.At(year.On(4, 14), EnterAsync);
        At(62, new TimeOnly(9, 35), MoveAsync);
        At(6, new TimeOnly(15, 20), EnterAgainAsync);
    }

    private void At(int daysAgo, TimeOnly time, Func<CancellationToken, Task> happens) =>
        year.Schedule.At(ChinaTime.At(StorySchedule.Workday(year.Schedule.Today.AddDays(-daysAgo)), time), happens);

    private async Task EnterAsync(CancellationToken ct)
    {
        await user.DoAsync<EnterUnit>((enter, who) => enter.RunAsync(who, unit, ct), ct);
        await EnterContactAsync(unit.UnitId, ct);
    }

    private async Task MoveAsync(CancellationToken ct)
    {
        var seen = await user.AskAsync<SeeUnit, SeeUnit.Answer>((see, who) => see.AskAsync(who, unit.UnitId, ct), ct);
        var form = new MoveUnit.Form
        {
            UnitId = unit.UnitId,
            ExpectedVersion = seen.RowVersion,
            PlaceId = now.Id,
            On = user.Today,
        };
        await user.DoAsync<MoveUnit>((move, who) => move.RunAsync(who, form, ct), ct);
    }

    private async Task EnterAgainAsync(CancellationToken ct)
    {
        var form = new EnterUnit.Form
        {
            Name = Name.Replace("有限公司", "公司", StringComparison.Ordinal),
            Kind = UnitKind.PrivateEnterprise,
            PlaceId = now.Id,
        };
        await user.DoAsync<EnterUnit>((enter, who) => enter.RunAsync(who, form, ct), ct);
        await EnterContactAsync(form.UnitId, ct);
    }

    private async Task EnterContactAsync(Guid unitId, CancellationToken ct)
    {
        var form = new EnterPerson.Form
        {
            UnitId = unitId,
            Name = Contact,
            Title = "行政经理",
            Mobile = Mobile,
            IsLiaisonOfficer = true,
        };
        await user.DoAsync<EnterPerson>((enter, who) => enter.RunAsync(who, form, ct), ct);
    }
}
