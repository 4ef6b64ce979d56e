using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Committees.Library;

public class ListLibraryDocumentsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_reads_the_library_of_the_bodies_on_which_it_has_a_seat_and_changes_nothing()
    {
        var (district, clerk, committee) = await LibraryFixture.CreateAsync(cluster);
        var (seat, unit, person) = await district.MemberAsync(committee, district.Street1, "第一中学");
        var outsider = await district.UnitAsync(district.Street1, "第二中学");
        await district.PersonAsync(outsider, "外人", secretary: true);
        var id = await LibraryFixture.AddAsync(
            district,
            clerk,
            LibraryFixture.Charter(district, committee) with
            {
                File = await LibraryFixture.FileAsync(),
            }
        );
        await LibraryFixture.AddAsync(
            district,
            district.Admin,
            LibraryFixture.Charter(district, await district.CommitteeAsync(district.Street2))
        );
        var (member, other) = (await AccountAsync(unit, "member"), await AccountAsync(outsider, "other"));

        Assert.Equal(id, Assert.Single((await district.Use<ListLibraryDocuments>().AskAsync(member, new(), Ct)).Rows).Id);
        Assert.Equal("第一条 总则\n第二条 职责", (await LibraryFixture.SeeAsync(district, member, id)).FullText);
        Assert.Equal("第一条 总则"u8.ToArray(), (await district.Use<DownloadFile>().AskAsync(member, new(id), Ct)).Bytes);
        await Assert.ThrowsAsync<Denied>(() => LibraryFixture.RepealAsync(district, member, id, district.Today));
        await Assert.ThrowsAsync<Denied>(() => LibraryFixture.AddAsync(district, member, LibraryFixture.Charter(district, committee)));

        Assert.Empty((await district.Use<ListLibraryDocuments>().AskAsync(other, new(), Ct)).Rows);
        await Assert.ThrowsAsync<NotFound>(() => LibraryFixture.SeeAsync(district, other, id));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<DownloadFile>().AskAsync(other, new(id), Ct));

        await district
            .Use<EndAppointment>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Other,
                },
                Ct
            );
        await LibraryFixture.SeeAsync(district, member, id); // the seat belongs to the unit, regardless of the holder
        await district
            .Use<CloseSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 2,
                    On = district.Today,
                },
                Ct
            );
        await Assert.ThrowsAsync<NotFound>(() => LibraryFixture.SeeAsync(district, member, id));

        async Task<Scope> AccountAsync(Guid of, string login)
        {
            var posts = (await district.Use<SeeUnit>().AskAsync(clerk, of, Ct)).Posts;
            var form = new OpenUnitAccount.Form
            {
                PostId = posts.First(p => p.IsSecretary).PostId,
                Login = login,
                Role = Role.UnitSecretary,
            };
            await district.Use<OpenUnitAccount>().RunAsync(clerk, form, Ct);
            return await district.FirstSignInAsync(login, form.Code);
        }
    }
}
