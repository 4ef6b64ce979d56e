using CoBuilding.Committees;
using CoBuilding.Committees.Groups;
using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Nominations.Preparation;

namespace CoBuilding.Tests.House;

/// <summary>Bodies, their seats, what is in preparation, and a library.</summary>
internal sealed partial class World
{
    public Guid Committee { get; private set; }

    /// <summary>The community's, with a term.</summary>
    public Guid OtherCommittee { get; private set; }

    /// <summary>Of <see cref="Seat"/> and <see cref="OtherSeat"/>.</summary>
    public Guid Group { get; private set; }

    /// <summary>In preparation: begun, submitted twice over, approved, and one that is to be given up.</summary>
    public Guid BegunCommittee { get; private set; }
    public Guid SubmittedCommittee { get; private set; }
    public Guid OtherSubmittedCommittee { get; private set; }
    public Guid ApprovedCommittee { get; private set; }
    public Guid IdleCommittee { get; private set; }
    public Guid Unit { get; private set; }
    public Guid Seat { get; private set; }

    /// <summary>By which <see cref="Person"/> holds <see cref="Seat"/>.</summary>
    public Guid Appointment { get; private set; }
    public Guid Person { get; private set; }
    public Guid Post { get; private set; }

    /// <summary>Another unit of the same street, on the same committee.</summary>
    public Guid OtherUnit { get; private set; }
    public Guid OtherSeat { get; private set; }

    /// <summary>The standing alternate of <see cref="OtherSeat"/>.</summary>
    public Guid OtherAlternate { get; private set; }

    /// <summary>A unit whose secretary changed without a handover of its seat.</summary>
    public Guid StrayUnit { get; private set; }
    public Guid StraySecretary { get; private set; }

    /// <summary>The district's kind that stands for consortiums.</summary>
    public Guid KindOfConsortiums { get; private set; }

    /// <summary>Hosted by the street.</summary>
    public Guid Consortium { get; private set; }
    public Guid VacantSeat { get; private set; }

    /// <summary>By which <see cref="Committee"/> works, with a text and a file.</summary>
    public Guid Document { get; private set; }
    public Guid File { get; private set; }

    private async Task SeatsAsync()
    {
        Committee = await District.CommitteeAsync(Street);
        var other = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigParty,
            PlaceId = Community.Id,
            Name = "大党委",
            EstablishedOn = District.Today.AddYears(-2),
            TermEndsOn = District.Today.AddMonths(3),
        };
        await District.Use<EstablishCommittee>().RunAsync(Clerk, other, TestDistrict.Ct);
        OtherCommittee = other.CommitteeId;
        (Seat, Unit, Person) = await District.MemberAsync(Committee, Community, "甲单位" + Street.Name);
        Appointment = (await District.Use<SeeSeatTerms>().AskAsync(Clerk, Seat, TestDistrict.Ct)).Terms.Single().AppointmentId;
        (OtherSeat, OtherUnit, _) = await District.MemberAsync(Committee, Community, "乙单位" + Street.Name);
        var vacant = new AddSeat.Form
        {
            CommitteeId = Committee,
            Kind = SeatKind.FullTime,
            Title = "专职委员",
            From = District.Today.AddMonths(-1),
        };
        await District.Use<AddSeat>().RunAsync(Clerk, vacant, TestDistrict.Ct);
        VacantSeat = vacant.SeatId;
        await District
            .Use<SuspendSeat>()
            .RunAsync(
                Clerk,
                new()
                {
                    SeatId = VacantSeat,
                    ExpectedVersion = 1,
                    From = District.Today.AddYears(1),
                },
                TestDistrict.Ct
            );
        Consortium = await District.CommitteeAsync(Street, CommitteeKind.Consortium);
        KindOfConsortiums = (await District.CommitteeKindAsync(CommitteeKind.Consortium)).Kind.Id;
        OtherAlternate = await District.PersonAsync(OtherUnit, "乙副书记" + Street.Name);
        await District
            .Use<NameAlternate>()
            .RunAsync(
                Clerk,
                new()
                {
                    SeatId = OtherSeat,
                    ExpectedVersion = 1,
                    PersonId = OtherAlternate,
                    From = District.Today,
                    ToldBy = "乙联络员",
                },
                TestDistrict.Ct
            );
        StrayUnit = (await District.MemberAsync(OtherCommittee, Community, "戊单位" + Street.Name)).Unit;
        StraySecretary = await District.PersonAsync(StrayUnit, "戊新书记" + Street.Name, secretary: true, from: District.Today);
        await CrossAsync();
        var group = new CreateGroup.Form
        {
            CommitteeId = Committee,
            Name = "社区建设组",
            On = District.Today.AddDays(-1),
            SeatIds = [Seat, OtherSeat],
            LeaderId = Seat,
        };
        await District.Use<CreateGroup>().RunAsync(Clerk, group, TestDistrict.Ct);
        Group = group.GroupId;
        await District.Use<SetCoverageSetting>().RunAsync(District.Admin, new() { CountsTownsAndVillages = true }, TestDistrict.Ct);
    }

    private async Task PreparationsAsync()
    {
        List<Guid> prepared = [];
        foreach (var name in new[] { "甲联合体", "乙联合体", "丙联合体", "丁联合体", "戊联合体" })
        {
            var form = new PrepareCommittee.Form
            {
                Kind = CommitteeKind.Consortium,
                PlaceId = Community.Id,
                Name = name,
                On = District.Today,
            };
            await District.Use<PrepareCommittee>().RunAsync(Clerk, form, TestDistrict.Ct);
            prepared.Add(form.CommitteeId);
        }
        (BegunCommittee, SubmittedCommittee, OtherSubmittedCommittee, ApprovedCommittee, IdleCommittee) = (
            prepared[0],
            prepared[1],
            prepared[2],
            prepared[3],
            prepared[4]
        );
        foreach (var id in prepared[1..4])
            await District
                .Use<SubmitCommittee>()
                .RunAsync(
                    Clerk,
                    new()
                    {
                        CommitteeId = id,
                        ExpectedVersion = 1,
                        On = District.Today,
                        Name = "联合体" + id,
                    },
                    TestDistrict.Ct
                );
        await District
            .Use<ApproveCommittee>()
            .RunAsync(
                Clerk,
                new()
                {
                    CommitteeId = ApprovedCommittee,
                    ExpectedVersion = 2,
                    On = District.Today,
                },
                TestDistrict.Ct
            );
    }

    private async Task LibraryAsync()
    {
        var form = new AddLibraryDocument.Form
        {
            CommitteeId = Committee,
            DocumentKind = "章程",
            Title = "大工委章程" + Street.Name,
            FullText = "第一条 总则",
            File = await TestReader.FileAsync("章程.xlsx", WorkbookBytes.OfRows(["第一条 总则"])),
            AdoptedOn = District.Today.AddDays(-9),
            From = District.Today.AddDays(-9),
        };
        await District.Use<AddLibraryDocument>().RunAsync(Clerk, form, TestDistrict.Ct);
        (Document, File) = (form.DocumentId, form.FileId);
    }
}
