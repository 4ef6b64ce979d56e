using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Units.Importing;

public class ImportablePeopleTests(TestCluster cluster)
{
    private const string Header = "姓名\t单位\t职务\t手机号\t是否书记\t是否联络员\t任职起\t任职止\n";

    private static CancellationToken Ct => TestDistrict.Ct;

    private async Task<(TestDistrict District, Scope Clerk, Guid Unit)> CreateAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        return (district, await district.ClerkAsync(district.Street1), unit);
    }

    [Fact]
    public async Task Newcomers_are_entered_with_their_posts_past_ones_included()
    {
        var (district, clerk, unit) = await CreateAsync();
        var list = Pasted(
            Header
                + "王 强\t大连湾中学\t书记\t１３８００１３８０００\t是\t\t2024.3.1\t\n"
                + "买买提•艾力\t大连湾中学\t主任\t\t\t是\t2024年3月1日\t\n李芳\t大连湾中学\t教师\t\t\t\t2020/1/1\t2022/1/1\n周本级\t\t副书记\t\t\t\t45352\t\n"
        );
        list = list with
        {
            Bytes = System.Text.Encoding.UTF8.GetBytes(
                System
                    .Text.Encoding.UTF8.GetString(list.Bytes)
                    .Replace("任职止\n", "任职止\t社区\n", StringComparison.Ordinal)
                    .Replace("45352\t\n", "45352\t\t东一社区\n", StringComparison.Ordinal)
            ),
        };

        var done = await district.ImportPeopleAsync(clerk, list);

        Assert.Equal((4, 0, 0, 0), done.Counts());
        var see = await district.Use<SeeUnit>().AskAsync(clerk, unit, Ct);
        Assert.Equal(
            [("王强", "书记", true, false, true), ("买买提·艾力", "主任", false, true, true), ("李芳", "教师", false, false, false)],
            see.Posts.Select(p => (p.Name, p.Title, p.IsSecretary, p.IsLiaisonOfficer, p.IsCurrent))
        );
        Assert.All(see.Posts.Take(2), p => Assert.Equal(new DateOnly(2024, 3, 1), p.From));
        Assert.Equal((0, 0, 4, 0), (await district.CheckPeopleAsync(clerk, list)).Counts());
    }

    [Theory]
    [InlineData("邮箱")]
    [InlineData("电子邮箱")]
    [InlineData("电子邮件")]
    [InlineData("E-mail")]
    public async Task An_email_address_comes_in_under_any_of_its_headers_goes_out_masked_and_comes_back_unchanged(string header)
    {
        var (district, clerk, unit) = await CreateAsync();
        await district.PersonAsync(unit, "李芳");
        string Rows(string first, string second) =>
            $"姓名\t单位\t职务\t{header}\t任职起\n王强\t大连湾中学\t书记\t{first}\t2024-03-01\n李芳\t大连湾中学\t教务主任\t{second}\t2024-03-01";
        var done = await district.ImportPeopleAsync(clerk, Pasted(Rows("wang@example.cn", "li@example.cn")));
        Assert.Equal((2, 0, 0, 0), done.Counts());
        Assert.Contains(("电子邮件", null, "l****@example.cn"), done.Rows[1].Changes.Select(c => (c.Column, c.Old, c.New)));
        Assert.All(
            (await district.Use<SeeUnit>().AskAsync(clerk, unit, Ct)).Posts.Where(p => p.Name == "王强"),
            p => Assert.Equal("w****@example.cn", p.Email)
        );

        var file = await district.Use<ExportPeopleWorkbook>().AskAsync(clerk, new(), Ct);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.DoesNotContain(cells, row => row.Contains("wang@example.cn"));
        Assert.Contains(cells, row => row.Contains("w****@example.cn"));
        var again = await district.CheckPeopleAsync(clerk, new(file.Bytes));
        Assert.All(again.Rows, r => Assert.Equal(RowStatus.Skip, r.Status));

        var changed = await district.ImportPeopleAsync(clerk, Pasted(Rows("wq@example.cn", "")));
        Assert.Equal([("电子邮件", "w****@example.cn", "w****@example.cn")], changed.Rows[0].Changes.Select(c => (c.Column, c.Old, c.New)));
        Assert.Equal(RowStatus.Skip, changed.Rows[1].Status);
    }

    [Fact]
    public async Task What_changed_is_named_and_an_end_takes_the_grants_along()
    {
        var (district, clerk, unit) = await CreateAsync();
        var person = await district.PersonAsync(unit, "王强", secretary: true);
        var post = (await district.Use<SeeUnit>().AskAsync(clerk, unit, Ct)).Posts.Single().PostId;
        var account = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = "wang",
            Role = Role.UnitSecretary,
        };
        await district.Use<OpenUnitAccount>().RunAsync(clerk, account, Ct);
        var wang = await district.FirstSignInAsync("wang", account.Code);
        Assert.Single((await district.Use<ListUnits>().AskAsync(wang, new(), Ct)).Rows);

        var end = Pasted(Header + $"王强\t大连湾中学\t校长\t13900139000\t\t\t\t{district.Today:yyyy-MM-dd}");
        var row = Assert.Single((await district.CheckPeopleAsync(clerk, end)).Rows);
        Assert.Equal(
            [("单位职务", "书记", "校长"), ("手机号", "138****5678", "139****9000"), ("任职止", null, "2026年11月23日")],
            row.Changes.Select(c => (c.Column is "职务" ? "单位职务" : c.Column, c.Old, c.New))
        );
        await district.ImportPeopleAsync(clerk, end);

        await Assert.ThrowsAsync<Denied>(() => district.Use<ListUnits>().AskAsync(wang, new(), Ct));
        Assert.Equal(
            (person, false),
            (await district.Use<SeeUnit>().AskAsync(clerk, unit, Ct)).Posts.Select(p => (p.PersonId, p.IsCurrent)).Single()
        );
    }

    [Fact]
    public async Task A_new_secretary_relieves_the_one_before()
    {
        var (district, clerk, unit) = await CreateAsync();
        await district.PersonAsync(unit, "王强", secretary: true);
        var list = Pasted(Header + "赵敏\t大连湾中学\t书记\t\t是\t\t2026-11-01\t");
        Assert.Equal("王强", Assert.Single(Assert.Single((await district.CheckPeopleAsync(clerk, list)).Rows).Changes).Old);
        await district.ImportPeopleAsync(clerk, list);
        var posts = (await district.Use<SeeUnit>().AskAsync(clerk, unit, Ct)).Posts;
        Assert.Equal([("赵敏", null), ("王强", new DateOnly(2026, 11, 1))], posts.Select(p => (p.Name, p.Until)));
    }

    [Fact]
    public async Task One_of_a_name_and_number_is_one_person_at_two_units()
    {
        var (district, clerk, unit) = await CreateAsync();
        await district.UnitAsync(district.Community1, "湾里医院");
        await district.UnitAsync(district.Community1, "湾里银行");
        var person = await district.PersonAsync(unit, "王强");
        var list = Pasted(
            Header
                + "王强\t湾里医院\t顾问\t13812345678\t\t\t\t\n赵敏\t湾里医院\t院长\t13700137000\t\t\t\t\n赵敏\t湾里银行\t董事\t13700137000\t\t\t\t"
        );
        var done = await district.ImportPeopleAsync(clerk, list);
        Assert.Contains("按同一人登记", Assert.Single(done.Rows[0].Messages), StringComparison.Ordinal);
        var people = await district.Use<FindPeople>().AskAsync(clerk, new("赵敏", null), Ct);
        Assert.Equal(2, people.Count);
        Assert.Single(people.Select(p => p.PersonId).Distinct());
        Assert.Equal(
            [person],
            (await district.Use<FindPeople>().AskAsync(clerk, new("王强", null), Ct)).Select(p => p.PersonId).Distinct()
        );
    }

    [Theory]
    [InlineData("王强\t没有的单位\t教师\t\t\t\t\t", "单位名称：没有找到单位“没有的单位”")]
    [InlineData("王强\t西单位\t教师\t\t\t\t\t", "没有找到单位“西单位”")]
    [InlineData("王强\t\t教师\t\t\t\t\t", "请填写单位")]
    [InlineData("\t大连湾中学\t教师\t\t\t\t\t", "姓名")]
    [InlineData("王强\t大连湾中学\t\t\t\t\t\t", "职务")]
    [InlineData("王强\t大连湾中学\t教师\t1.38E+10\t\t\t\t", "手机号：“1.38E+10”已被表格软件改成科学计数")]
    [InlineData("王强\t大连湾中学\t教师\t\t也许\t\t\t", "是否书记：未能识别“也许”")]
    [InlineData("王强\t大连湾中学\t教师\t\t\t\t二月三十\t", "任职起：未能识别日期“二月三十”")]
    [InlineData("王强\t大连湾中学\t教师\t\t\t\t2024-03-01\t2024-02-01", "任职止：止期应晚于起期")]
    [InlineData("老张\t大连湾中学\t教师\t\t\t\t\t", "有多位“老张”")]
    [InlineData("老李\t大连湾中学\t书记\t\t否\t\t\t", "书记变动请在单位页面办理")]
    [InlineData("老李\t大连湾中学\t书记\t\t\t\t2021-01-01\t", "已登记为2025-11-23起任")]
    public async Task An_error_is_said_in_clear_words_at_its_column(string row, string message)
    {
        var (district, clerk, unit) = await CreateAsync();
        await district.UnitAsync(district.Community2, "西单位");
        await district.PersonAsync(unit, "老张");
        await district.PersonAsync(unit, "老张");
        await district.PersonAsync(unit, "老李", secretary: true);
        var found = Assert.Single((await district.CheckPeopleAsync(clerk, Pasted(Header + row))).Rows);
        Assert.Equal(RowStatus.Error, found.Status);
        Assert.Contains(found.Messages, m => m.Contains(message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBroken>(() => district.ImportPeopleAsync(clerk, Pasted(Header + row)));
    }

    [Theory]
    [InlineData("wang")]
    [InlineData("wang@")]
    [InlineData("wang@example.cn;li@example.cn")]
    [InlineData("王强 <wang@example.cn>")]
    public async Task A_bad_email_address_is_an_error_at_its_column(string email)
    {
        var (district, clerk, _) = await CreateAsync();
        var found = Assert.Single(
            (await district.CheckPeopleAsync(clerk, Pasted($"姓名\t单位\t职务\t邮箱\n王强\t大连湾中学\t教师\t{email}"))).Rows
        );
        Assert.Equal(
            (RowStatus.Error, "电子邮件：请填写一个电子邮件地址，例如 zhang@example.cn。"),
            (found.Status, Assert.Single(found.Messages))
        );
    }

    [Fact]
    public async Task A_number_elsewhere_in_the_district_tells_nothing()
    {
        var (district, clerk, _) = await CreateAsync();
        await district.PersonAsync(await district.UnitAsync(district.Community2, "西单位"), "王强");
        var row = Assert.Single(
            (await district.CheckPeopleAsync(clerk, Pasted(Header + "王强\t大连湾中学\t教师\t13812345678\t\t\t\t"))).Rows
        );
        Assert.Equal((RowStatus.New, 0), (row.Status, row.Messages.Count));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task What_is_exported_comes_back_without_a_change(string language)
    {
        var (district, clerk, unit) = await CreateAsync();
        await district.PersonAsync(unit, "王强", secretary: true);
        await district.PersonAsync(unit, "王强", liaison: true);
        await district.PersonAsync(unit, "=1+1");
        await district.ImportPeopleAsync(clerk, Pasted(Header + "李芳\t大连湾中学\t教师\t\t\t\t2020/1/1\t2022/1/1"));
        var scope = Scope.ForPerson(district.Id, ((Actor.SignedIn)clerk.Actor).SessionHash, CultureInfo.GetCultureInfo(language));
        var file = await district.Use<ExportPeopleWorkbook>().AskAsync(scope, new() { WithEnded = true }, Ct);
        LibreOfficeReader.AssertValid(file.Bytes);
        var found = await district.CheckPeopleAsync(scope, new ImportSource(file.Bytes));
        Assert.Empty(found.Rows.SelectMany(r => r.Messages));
        Assert.Equal((0, 0, 4, 0), found.Counts());
        Assert.Empty(found.UnknownHeaders);
    }

    [Fact]
    public async Task A_check_reads_as_often_for_300_rows_as_for_10()
    {
        var (district, clerk, _) = await CreateAsync();
        var few = await StatementCounter.OfAsync(() => district.CheckPeopleAsync(clerk, Pasted(Block(10))));
        var many = await StatementCounter.OfAsync(() => district.CheckPeopleAsync(clerk, Pasted(Block(300))));
        Assert.Equal((5, 5), (few, many)); // the door, the places, the units, their people, the numbers
        Assert.InRange(await StatementCounter.OfAsync(() => district.ImportPeopleAsync(clerk, Pasted(Block(300)))), 7, 10);

        static string Block(int rows) =>
            Header + string.Join('\n', Enumerable.Range(1, rows).Select(n => $"王{n}\t大连湾中学\t教师\t\t\t\t\t"));
    }
}
