using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Seats;
using CoBuilding.Documents.Importing;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Places.PartyChain;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Access;

public class FormFieldsTests
{
    private static readonly FormKey Key = FormKey.Passing();

    [Fact]
    public void What_was_typed_alike_is_alike()
    {
        var form = new EnterUnit.Form { Name = "甲", Remark = "一\n二" };
        AssertAlike(
            form,
            new EnterUnit.Form
            {
                Name = " 甲 ",
                Remark = "一\r\n二\n",
                Address = "  ",
                ShortName = "",
            }
        );
        AssertAlike(form, form with { UnitId = Guid.CreateVersion7(), OperationId = Guid.CreateVersion7() });
        AssertUnlike(form, form with { Name = "乙" });
        AssertUnlike(form, form with { Remark = null });
        AssertUnlike(form, form with { ShowsPersonalNames = true });
        AssertUnlike(form, form with { PartyOrganization = PartyOrganizationKind.Branch });
    }

    [Fact]
    public void A_value_in_another_field_is_another_content()
    {
        AssertUnlike(new EnterUnit.Form { Address = "甲" }, new EnterUnit.Form { Remark = "甲" });
        AssertUnlike(new RetireLike { Name = "甲" }, new EnterUnit.Form { Name = "甲" }); // nor is another form the same
    }

    [Fact]
    public void Which_row_is_meant_counts_and_which_version_was_shown_does_not()
    {
        var form = new CloseSeat.Form
        {
            SeatId = Guid.CreateVersion7(),
            On = new DateOnly(2026, 12, 1),
            ExpectedVersion = 1,
        };
        AssertAlike(form, form with { ExpectedVersion = 2 });
        AssertUnlike(form, form with { SeatId = Guid.CreateVersion7() });
        AssertUnlike(form, form with { On = new DateOnly(2026, 12, 2) });
        AssertAlike(new AddSeat.Form { ExpectedMembers = 3 }, new AddSeat.Form { ExpectedMembers = 4 });
        AssertUnlike(new EditUnit.Form { UnitId = Guid.CreateVersion7() }, new EditUnit.Form { UnitId = Guid.CreateVersion7() });
    }

    [Fact]
    public void Secrets_count_and_passwords_and_codes_do_not()
    {
        AssertUnlike(new EnterPerson.Form { Mobile = "13812345678" }, new EnterPerson.Form { Mobile = "13812345679" });
        AssertUnlike(new SetSmsChannel.Form { Headers = "Key: 1" }, new SetSmsChannel.Form { Headers = "Key: 2" });
        AssertAlike(new SetMailChannel.Form { Password = "1" }, new SetMailChannel.Form { Password = "2" });
        AssertAlike(new OpenAccount.Form { Login = "a" }, new OpenAccount.Form { Login = "a" }); // each has a code of its own
        AssertAlike(new ChangePassword.Form { Password = "1" }, new ChangePassword.Form { Password = "2" });
    }

    [Fact]
    public void A_file_counts_by_its_content()
    {
        AssertAlike(Import("单位名称\n甲"), Import("单位名称\n甲"));
        AssertUnlike(Import("单位名称\n甲"), Import("单位名称\n乙"));
        Assert.Equal(1, Key.Stamp(Import("单位名称\n甲")).FilledFields);

        static ImportList.Form Import(string text) =>
            new() { List = new ImportableUnits(), Source = new ImportSource(Encoding.UTF8.GetBytes(text), IsPasted: true) };
    }

    [Fact]
    public void Lists_count_in_their_order_and_sets_without()
    {
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        AssertAlike(new DraftMeeting.Form { SeatIds = ids }, new DraftMeeting.Form { SeatIds = [ids[0], ids[1]] });
        AssertUnlike(new DraftMeeting.Form { SeatIds = ids }, new DraftMeeting.Form { SeatIds = [ids[1], ids[0]] });
        AssertUnlike(new DraftMeeting.Form { SeatIds = ids }, new DraftMeeting.Form { SeatIds = [ids[0]] });
        AssertAlike(
            new SendNotice.Form
            {
                Channels = new HashSet<ChannelKind> { ChannelKind.Sms, ChannelKind.Email },
            },
            new SendNotice.Form
            {
                Channels = new HashSet<ChannelKind> { ChannelKind.Email, ChannelKind.Sms },
            }
        );
        AssertUnlike(
            new DraftMeeting.Form { Agenda = [new() { Topic = "甲" }, new() { Topic = "乙" }] },
            new DraftMeeting.Form { Agenda = [new() { Topic = "甲乙" }] }
        );
    }

    [Fact]
    public void In_rows_new_ids_and_versions_are_left_out_too()
    {
        var seat = Guid.CreateVersion7();
        AssertAlike(new HandOver.Form { Moves = [new(seat, 1)] }, new HandOver.Form { Moves = [new(seat, 2)] });
        AssertUnlike(new HandOver.Form { Moves = [new(seat, 1)] }, new HandOver.Form { Moves = [new(seat, 1) { LetterNumber = "1" }] });
    }

    [Fact]
    public void Counted_is_what_a_person_filled_and_not_what_was_there_before()
    {
        var form = new EnterUnit.Form();
        Assert.Equal(0, Filled(form));
        (form.Name, form.Remark, form.PlaceId) = ("甲", " ", Guid.CreateVersion7());
        Assert.Equal(2, Filled(form));

        var edit = new EditUnit.Form
        {
            UnitId = Guid.CreateVersion7(),
            Name = "甲",
            Address = "一号",
        };
        edit.Offer();
        Assert.Equal(0, Filled(edit));
        edit.Address = "二号";
        edit.Offer(); // shown again, as after a refusal
        Assert.Equal(1, Filled(edit));
        Assert.Equal(1, Filled(edit with { OperationId = Guid.CreateVersion7() }));
        edit.Offer(again: true); // it was saved
        Assert.Equal(0, Filled(edit));
    }

    [Fact]
    public void Rows_that_are_filled_count_each_and_rows_that_are_chosen_once()
    {
        RecordMemberCounts.Line[] lines =
        [
            new() { OrganizationId = Guid.CreateVersion7(), Members = 3 },
            new() { OrganizationId = Guid.CreateVersion7(), Members = 4 },
            new() { OrganizationId = Guid.CreateVersion7() },
        ];
        Assert.Equal(3, Filled(new RecordMemberCounts.Form { AsOf = new DateOnly(2026, 12, 1), Lines = lines }));
        Assert.Equal(2, Filled(new MarkPresence.Form { Marks = [new(Guid.CreateVersion7(), Presence.Present, null, "王")] }));
        Assert.Equal(1, Filled(new DraftMeeting.Form { SeatIds = [Guid.CreateVersion7(), Guid.CreateVersion7()] }));
    }

    [Fact]
    public void A_form_that_begins_anew_adds_other_rows_and_still_means_the_same_ones()
    {
        var (seat, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var form = new HandOver.Form
        {
            UnitId = unit,
            Name = "甲",
            Moves = [new(seat, 1)],
        };
        var before = (form.OperationId, form.PersonId, form.Moves[0].AppointmentId, Key.Stamp(form).Hash);
        form.BeginAnew();
        Assert.NotEqual(before.OperationId, form.OperationId);
        Assert.NotEqual(before.PersonId, form.PersonId);
        Assert.NotEqual(before.AppointmentId, form.Moves[0].AppointmentId);
        Assert.Equal((unit, seat), (form.UnitId, form.Moves[0].SeatId));
        Assert.Equal(before.Hash, Key.Stamp(form).Hash);

        var draft = new DraftMeeting.Form();
        var meeting = draft.MeetingId;
        draft.BeginAnew();
        Assert.Equal(meeting, draft.MeetingId); // the draft that it saves, step by step
    }

    /// <summary>Another form with the same fields.</summary>
    private sealed record RetireLike : EnterUnit.Form;

    private static int Filled(WritingForm form) => Key.Stamp(form).FilledFields;

    private static void AssertAlike(WritingForm one, WritingForm other) => Assert.Equal(Key.Stamp(one).Hash, Key.Stamp(other).Hash);

    private static void AssertUnlike(WritingForm one, WritingForm other) => Assert.NotEqual(Key.Stamp(one).Hash, Key.Stamp(other).Hash);
}
